import type { TenantContext } from '#db/tenancy';
import { listImportRowsPage, type StoredPreviewRow } from '../data/import-rows';
import type { RowOutcome } from '../domain/imports/import-report';

interface Page {
  readonly outcome: RowOutcome;
  readonly after: number;
  readonly limit: number;
}

export interface PreviewPage {
  readonly rows: readonly StoredPreviewRow[];
  /** Rows after this place are on the next page; null on the last. */
  readonly next: number | null;
}

/** A page of an import's preview: rows with one outcome, in the order of the file. */
export async function listImportPreview(
  ctx: TenantContext,
  importId: string,
  { outcome, after, limit }: Page,
): Promise<PreviewPage> {
  const rows = await listImportRowsPage(ctx, importId, { outcome, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.position ?? null) : null };
}

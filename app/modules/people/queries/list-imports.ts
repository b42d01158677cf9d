import type { TenantContext } from '#db/tenancy';
import { listImportRowsNewest } from '../data/imports';
import type { ImportCounts, ImportKind, ImportState } from '../domain/imports/import-report';

export interface ListedImport {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  readonly askedAt: string;
  readonly counts: ImportCounts | null;
}

/** The organization's imports, newest first. */
export async function listImports(ctx: TenantContext, limit: number): Promise<ListedImport[]> {
  const rows = await listImportRowsNewest(ctx, limit);
  return rows.map(({ importId, kind, state, fileName, askedAt, counts }) => ({
    importId,
    kind,
    state,
    fileName,
    askedAt: askedAt.toISOString(),
    counts,
  }));
}

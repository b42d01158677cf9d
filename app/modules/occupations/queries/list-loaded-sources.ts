import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { listAllSources, listSourceRowCounts } from '../data/source-overview';

/** A source that was loaded. */
export interface LoadedSource {
  readonly sourceId: string;
  readonly kind: string;
  readonly name: string;
  readonly release: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly url: string | null;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal; of an O*NET release over those of its tables. */
  readonly checksum: string;
  /** ISO 8601. */
  readonly importedAt: string;
  /** Rows that it brought; null where nothing counts them here. */
  readonly rows: number | null;
  /** Whether its rows are those that readers are given. */
  readonly served: boolean;
}

/** Sources of one catalogue that are listed at most. */
const MOST = 500;

/** The sources of the shared catalogue, or of the organization's own, the newest first, at most 500. */
export async function listLoadedSources(
  ctx: TenantContext,
  scope: 'shared' | 'own',
): Promise<LoadedSource[]> {
  const catalogue = scope === 'own' ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  const sources = await listAllSources(catalogue, MOST);
  const counts = scope === 'own' ? [] : await listSourceRowCounts(catalogue);
  const bySource = new Map(counts.map((count) => [count.sourceId, count]));
  return sources.map(({ importedAt, ...source }) => ({
    ...source,
    importedAt: importedAt.toISOString(),
    rows: bySource.get(source.sourceId)?.rows ?? null,
    served: bySource.get(source.sourceId)?.served ?? false,
  }));
}

import { ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { type LoadedSource, listLoadedSources } from '~/modules/occupations/queries/list-loaded-sources';
import { countStatementsOfSources } from '../data/source-statements';

export interface CatalogueSources {
  /** Of all organizations of the installation. */
  readonly shared: readonly LoadedSource[];
  /** Of this organization only. */
  readonly own: readonly LoadedSource[];
}

/** Every source that was loaded, with what it brought and whether it is served. */
export async function listCatalogueSources(ctx: TenantContext): Promise<CatalogueSources> {
  return { shared: await sourcesOf(ctx, 'shared'), own: await sourcesOf(ctx, 'own') };
}

/** Of a framework all versions are served; a source whose statements another file replaced brings none. */
async function sourcesOf(ctx: TenantContext, scope: 'shared' | 'own'): Promise<LoadedSource[]> {
  const catalogue = scope === 'own' ? ownCatalogue(ctx) : sharedCatalogueFor(ctx);
  const counts = await countStatementsOfSources(catalogue);
  const statements = new Map(counts.map(({ sourceId, rows }) => [sourceId, rows]));
  const sources = await listLoadedSources(ctx, scope);
  return sources.map((source) => {
    const rows = statements.get(source.sourceId);
    return rows === undefined ? source : { ...source, rows: (source.rows ?? 0) + rows, served: true };
  });
}

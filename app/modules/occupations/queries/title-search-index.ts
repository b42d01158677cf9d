import type { TenantContext } from '#db/tenancy';
import { listOwnTitlesOfLoads, listTitlesOfLoads, type TitleLoads } from '../data/onet-all-texts';
import type { OnetFamily } from '../domain/onet/live-tables';
import { buildSearchIndex, type SearchIndex } from '../domain/search/search-index';
import { findReleaseTables, onetCatalogue } from './onet-reader';

/** Indexes of this process by the loads whose titles they hold. The rows of a load never change. */
const indexes = new Map<string, Promise<SearchIndex>>();
/** The release in use and the one before it, while a switch is under way. */
const MOST = 2;

/** Alternate and reported titles of the newest O*NET release, made searchable when first asked for. */
export async function titleSearchIndex(ctx: TenantContext): Promise<SearchIndex> {
  const release = await findReleaseTables(ctx);
  const idsOf = (family: OnetFamily) => (release?.find(family) ?? []).map(({ loadId }) => loadId);
  const loads: Loads = {
    titles: { alternate: idsOf('alternateTitles'), reported: idsOf('reportedTitles') },
    occupations: idsOf('occupations'),
  };
  const key = JSON.stringify(loads);
  const known = indexes.get(key);
  if (known) return known;
  const made = buildIndex(ctx, loads);
  indexes.set(key, made);
  made.catch(() => indexes.delete(key));
  const oldest = indexes.keys().next().value;
  if (indexes.size > MOST && oldest !== undefined) indexes.delete(oldest);
  return made;
}

interface Loads {
  readonly titles: TitleLoads;
  readonly occupations: readonly number[];
}

/** A title with a short form can be found by either. */
async function buildIndex(ctx: TenantContext, { titles, occupations }: Loads): Promise<SearchIndex> {
  const catalogue = onetCatalogue(ctx);
  const rows = await listTitlesOfLoads(catalogue, titles);
  const known = rows.flatMap(({ soc, title, shortTitle }) => [
    { soc, title },
    ...(shortTitle ? [{ soc, title: shortTitle }] : []),
  ]);
  return buildSearchIndex(known, await listOwnTitlesOfLoads(catalogue, occupations));
}

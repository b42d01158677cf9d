import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';
import type { OfOccupation } from './onet-attributes';

const served = (loadIds: readonly number[]) => sql<boolean>`t.load_id = any(${loadIds}::integer[])`;

/** What the release says of the occupation itself. */
export async function findOnetOccupation({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetOccupations as t')
    .select(['t.soc', 't.title', 't.description'])
    .where(served(loadIds))
    .where('t.soc', '=', soc)
    .executeTakeFirst();
}

/** The job zone of the occupation; undefined where the release gives none. */
export async function findJobZone(
  { tx }: Catalogue,
  { loadIds, soc }: OfOccupation,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('onetJobZones as t')
    .select('t.jobZone')
    .where(served(loadIds))
    .where('t.soc', '=', soc)
    .executeTakeFirst();
  return row?.jobZone;
}

/** Alternate and reported titles of the occupation, alternate ones first, each in file order. */
export async function listOnetTitles({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetTitles as t')
    .select(['t.loadId', 't.kind', 't.title', 't.shortTitle'])
    .where(served(loadIds))
    .where('t.soc', '=', soc)
    .orderBy('t.kind')
    .orderBy('t.position')
    .execute();
}

interface WithTitles extends OfOccupation {
  /** Loads that know the titles of the related occupations. */
  readonly occupationLoads: readonly number[];
}

/** Occupations related to this one, the closest first; one without a title is left out. */
export async function listRelated({ tx }: Catalogue, { loadIds, soc, occupationLoads }: WithTitles) {
  return tx
    .selectFrom('onetRelated as t')
    .innerJoin('onetOccupations as o', (join) =>
      join
        .onRef('o.soc', '=', 't.relatedSoc')
        .on(sql<boolean>`o.load_id = any(${occupationLoads}::integer[])`),
    )
    .select(['o.soc', 'o.title', 't.tier'])
    .where(served(loadIds))
    .where('t.soc', '=', soc)
    .orderBy('t.rank')
    .execute();
}

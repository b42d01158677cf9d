import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

/** Which rows of a release: the load that serves them, and the occupation. */
export interface OfOccupation {
  readonly loadIds: readonly number[];
  readonly soc: string;
}

interface OfDatasets {
  readonly tables: readonly { readonly loadId: number; readonly dataset: string }[];
  readonly soc: string;
}

const served = (loadIds: readonly number[]) => sql<boolean>`load_id = any(${loadIds}::integer[])`;

/** Ratings of the occupation in these tables, in file order, those to be suppressed marked. */
export async function listOnetRatings({ tx }: Catalogue, { tables, soc }: OfDatasets) {
  if (tables.length === 0) return [];
  return tx
    .selectFrom('onetRatings')
    .select(['dataset', 'position', 'elementId', 'elementName', 'scaleId', 'value', 'n', 'notRelevant'])
    .select('suppress')
    .where(({ or, and, eb }) =>
      or(tables.map(({ loadId, dataset }) => and([eb('loadId', '=', loadId), eb('dataset', '=', dataset)]))),
    )
    .where('soc', '=', soc)
    .orderBy('dataset')
    .orderBy('position')
    .execute();
}

/** Tasks of the occupation in file order. */
export async function listOnetTasks({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetTasks')
    .select(['taskId', 'task', 'taskType'])
    .where(served(loadIds))
    .where('soc', '=', soc)
    .orderBy('position')
    .execute();
}

/** Importance (1 to 5) of the occupation's tasks; those to be suppressed are left out. */
export async function listTaskImportance({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetTaskRatings')
    .select(['taskId', 'value'])
    .where(served(loadIds))
    .where('soc', '=', soc)
    .where('scaleId', '=', 'IM')
    .where(sql<boolean>`suppress is not true`)
    .execute();
}

/** Technology that the occupation uses, in file order. */
export async function listOnetTechnology({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetTechnology')
    .select(['example', 'categoryCode', 'category', 'hot', 'inDemand'])
    .where(served(loadIds))
    .where('soc', '=', soc)
    .orderBy('position')
    .execute();
}

/** Tools that the occupation uses, in file order. */
export async function listOnetTools({ tx }: Catalogue, { loadIds, soc }: OfOccupation) {
  return tx
    .selectFrom('onetTools')
    .select(['example', 'categoryCode', 'category'])
    .where(served(loadIds))
    .where('soc', '=', soc)
    .orderBy('position')
    .execute();
}

import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

const served = (loadIds: readonly number[]) => sql<boolean>`t.load_id = any(${loadIds}::integer[])`;

/** All titles that these loads give to occupations, alternate ones first, in file order. */
export async function listTitlesOfLoads({ tx }: Catalogue, loadIds: readonly number[]) {
  return tx
    .selectFrom('onetTitles as t')
    .select(['t.soc', 't.title', 't.shortTitle', 't.kind'])
    .where(served(loadIds))
    .orderBy('t.kind')
    .orderBy('t.soc')
    .orderBy('t.position')
    .execute();
}

/** The own titles of the occupations of these loads. */
export async function listOwnTitlesOfLoads({ tx }: Catalogue, loadIds: readonly number[]): Promise<string[]> {
  const rows = await tx.selectFrom('onetOccupations as t').select('t.title').where(served(loadIds)).execute();
  return rows.map(({ title }) => title);
}

/** The texts of all tasks of these loads, each once. */
export async function listTaskTextsOfLoads({ tx }: Catalogue, loadIds: readonly number[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('onetTasks as t')
    .select('t.task')
    .distinct()
    .where(served(loadIds))
    .execute();
  return rows.map(({ task }) => task);
}

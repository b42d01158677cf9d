import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

const served = (loadIds: readonly number[]) => sql<boolean>`t.load_id = any(${loadIds}::integer[])`;

/** The loads that serve each kind of title; a release may borrow one kind of an older one. */
export interface TitleLoads {
  readonly alternate: readonly number[];
  readonly reported: readonly number[];
}

/** All titles of each kind that its loads give to occupations, alternate ones first, in file order. */
export async function listTitlesOfLoads({ tx }: Catalogue, { alternate, reported }: TitleLoads) {
  return tx
    .selectFrom('onetTitles as t')
    .select(['t.soc', 't.title', 't.shortTitle', 't.kind'])
    .where((eb) =>
      eb.or([
        eb.and([eb('t.kind', '=', 'alternate'), served(alternate)]),
        eb.and([eb('t.kind', '=', 'reported'), served(reported)]),
      ]),
    )
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

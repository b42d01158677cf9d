import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';

/** Every table of every release that readers see. */
export async function listLiveTables({ tx }: Catalogue) {
  return tx
    .selectFrom('onetTables')
    .select(['release', 'dataset', 'loadId', 'checksum', 'rowCount'])
    .execute();
}

/** Every table of every release with its load and its source, in order of loading. */
export async function listLoadedTables({ tx }: Catalogue) {
  return tx
    .selectFrom('onetTables as t')
    .innerJoin('onetLoads as l', 'l.loadId', 't.loadId')
    .innerJoin('sources as s', 's.sourceId', 'l.sourceId')
    .select(['t.release', 't.dataset', 't.loadId', 't.fileName', 't.rowCount', 't.repeatedRows'])
    .select(['l.layout', 'l.loadedAt', 's.name', 's.licence', 's.attribution', 's.url'])
    .orderBy('t.loadId')
    .orderBy('t.dataset')
    .execute();
}

/** The sources of the loads that serve these releases. */
export async function listReleaseSources(
  { tx }: Catalogue,
  releases: readonly string[],
): Promise<readonly string[]> {
  if (releases.length === 0) return [];
  const rows = await tx
    .selectFrom('onetLoads')
    .select('sourceId')
    .where(sql<boolean>`release = any(${releases}::text[])`)
    .orderBy('loadId')
    .execute();
  return rows.map(({ sourceId }) => sourceId);
}

interface NewLoad {
  readonly release: string;
  readonly layout: string | null;
  readonly sourceId: string;
}

/** Adds a load, which serves no table yet; resolves to its id. */
export async function insertLoad({ tx }: SystemContext, load: NewLoad): Promise<number> {
  const { loadId } = await tx
    .insertInto('onetLoads')
    .values(load)
    .returning('loadId')
    .executeTakeFirstOrThrow();
  return loadId;
}

export interface LoadedTable {
  readonly loadId: number;
  readonly release: string;
  readonly dataset: string;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rowCount: number;
  readonly repeatedRows: number;
  readonly checksum: string;
}

/** Makes the load serve this table of its release, in place of the load that did before. */
export async function serveTable({ tx }: SystemContext, table: LoadedTable): Promise<void> {
  const row = { ...table, header: [...table.header] };
  const { release: _release, dataset: _dataset, ...served } = row;
  await tx
    .insertInto('onetTables')
    .values(row)
    .onConflict((conflict) => conflict.columns(['release', 'dataset']).doUpdateSet(served))
    .execute();
}

interface ReplacedTable {
  readonly loadId: number;
  /** Name of the table in the database. */
  readonly table: string;
  /** The columns that hold the same in all rows of the dataset, by their names in the database. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** Deletes the rows that a load gave to a dataset. */
export async function deleteReplaced({ tx }: SystemContext, replaced: ReplacedTable): Promise<void> {
  const { loadId, table, fixed } = replaced;
  const same = Object.entries(fixed).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`);
  await sql`delete from ${sql.table(table)} where load_id = ${loadId} ${sql.join(same, sql` `)}`.execute(tx);
}

/** Deletes loads that serve no table any more. */
export async function deleteIdleLoads({ tx }: SystemContext): Promise<void> {
  await tx
    .deleteFrom('onetLoads as l')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('onetTables as t').select('t.loadId').whereRef('t.loadId', '=', 'l.loadId'))),
    )
    .execute();
}

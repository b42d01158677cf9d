import type { Catalogue } from '#db/catalogue';

/** Statements of the frameworks that each source brought. */
export async function countStatementsOfSources({
  tx,
  tables,
}: Catalogue): Promise<{ readonly sourceId: string; readonly rows: number }[]> {
  return tx
    .selectFrom(`${tables.frameworks} as f` as const)
    .leftJoin(`${tables.frameworkStatements} as s` as const, 's.frameworkId', 'f.frameworkId')
    .select((eb) => ['f.sourceId', eb.fn.count<number>('s.frameworkId').as('rows')])
    .groupBy('f.sourceId')
    .execute();
}

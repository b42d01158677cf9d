import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Catalogue, ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '../domain/dimension';
import type { Citation, SplitState } from '../domain/document';

export interface CitedStatement {
  readonly frameworkId: string;
  /** Identity of the statement over sources and versions. */
  readonly id: string;
  readonly rank: number;
  readonly dimension: Dimension | null;
  readonly position: number;
  readonly label: string;
  readonly behaviour: string;
  readonly split: SplitState;
  readonly citations: readonly Citation[];
}

export interface StatementFilter {
  readonly frameworkIds: readonly string[];
  /** Only those of this durable domain. */
  readonly dimension?: Dimension;
  /** Only those of these levels. */
  readonly ranks?: readonly number[];
}

function statementsOf({ tx, tables }: Catalogue, { frameworkIds, dimension, ranks }: StatementFilter) {
  return tx
    .selectFrom(`${tables.frameworkStatements} as s` as const)
    .select((eb) => [
      's.frameworkId',
      's.statementId as id',
      's.rank',
      's.dimension',
      's.position',
      's.label',
      's.behaviour',
      's.split',
      jsonArrayFrom(
        eb
          .selectFrom(`${tables.statementCitations} as c` as const)
          .whereRef('c.frameworkId', '=', 's.frameworkId')
          .whereRef('c.statementId', '=', 's.statementId')
          .select(['c.sourceKey as source', 'c.title'])
          .orderBy('c.position'),
      ).as('citations'),
    ])
    .where(sql<boolean>`s.framework_id = any(${frameworkIds}::uuid[])`)
    .$if(dimension !== undefined, (query) => query.where('s.dimension', '=', dimension ?? ''))
    .$if(ranks !== undefined, (query) => query.where(sql<boolean>`s.rank = any(${ranks ?? []}::smallint[])`));
}

const order = (dimension: Dimension | null) => (dimension === null ? -1 : DIMENSIONS.indexOf(dimension));

/** Statements with their citations in one statement of SQL; by level, dimension and position. */
export async function listCitedStatements(
  ctx: TenantContext,
  filter: StatementFilter,
): Promise<CitedStatement[]> {
  if (filter.frameworkIds.length === 0) return [];
  const rows = await statementsOf(sharedCatalogueFor(ctx), filter)
    .unionAll(statementsOf(ownCatalogue(ctx), filter))
    .execute();
  return rows
    .map((row) => ({
      ...row,
      dimension: row.dimension as Dimension | null,
      split: row.split as SplitState,
    }))
    .sort((a, b) => a.rank - b.rank || order(a.dimension) - order(b.dimension) || a.position - b.position);
}

import type { TenantContext } from '#db/tenancy';
import type { CandidateMove, PoolFilterKind } from '../domain/position-pool';

export interface PoolFilterRow {
  readonly kind: PoolFilterKind;
  /** Ordinal of a band, code of an occupation, id of a team or site. */
  readonly value: string;
}

export interface CandidateRow {
  readonly employeeId: string;
  readonly move: CandidateMove;
}

/** The filters of a post's pool; none: the default pool. */
export async function listPoolFilters(ctx: TenantContext, positionId: string): Promise<PoolFilterRow[]> {
  const rows = await ctx.tx
    .selectFrom('positionPoolFilters')
    .select(['kind', 'value'])
    .where('positionId', '=', positionId)
    .orderBy('kind')
    .orderBy('value')
    .execute();
  return rows as PoolFilterRow[];
}

/** People who were entered into a post's pool by hand. */
export async function listCandidates(ctx: TenantContext, positionId: string): Promise<CandidateRow[]> {
  const rows = await ctx.tx
    .selectFrom('positionCandidates')
    .select(['employeeId', 'move'])
    .where('positionId', '=', positionId)
    .orderBy('employeeId')
    .execute();
  return rows as CandidateRow[];
}

/** The posts into whose pools a person was entered by hand. */
export async function listCandidaciesOf(
  ctx: TenantContext,
  employeeId: string,
): Promise<{ positionId: string; move: CandidateMove }[]> {
  const rows = await ctx.tx
    .selectFrom('positionCandidates')
    .select(['positionId', 'move'])
    .where('employeeId', '=', employeeId)
    .orderBy('positionId')
    .execute();
  return rows as { positionId: string; move: CandidateMove }[];
}

/** Replaces the filters of a post's pool. */
export async function replacePoolFilters(
  ctx: TenantContext,
  positionId: string,
  rows: readonly PoolFilterRow[],
): Promise<void> {
  await ctx.tx.deleteFrom('positionPoolFilters').where('positionId', '=', positionId).execute();
  if (rows.length === 0) return;
  await ctx.tx
    .insertInto('positionPoolFilters')
    .values(rows.map((row) => ({ ...row, positionId, recordedAt: ctx.now })))
    .execute();
}

/** Replaces the people who are in a post's pool by hand. */
export async function replaceCandidates(
  ctx: TenantContext,
  positionId: string,
  rows: readonly CandidateRow[],
): Promise<void> {
  await ctx.tx.deleteFrom('positionCandidates').where('positionId', '=', positionId).execute();
  if (rows.length === 0) return;
  await ctx.tx
    .insertInto('positionCandidates')
    .values(rows.map((row) => ({ ...row, positionId, enteredBy: ctx.actor.id, recordedAt: ctx.now })))
    .execute();
}

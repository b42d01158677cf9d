import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Contest } from '../domain/contest';

const columns = [
  'contestId',
  'employeeId',
  'dimension',
  'assessmentId',
  'statement',
  'state',
  'remedy',
  'answer',
  'answeredBy',
  'openedAt',
  'endedAt',
] as const;

/** Adds an open contest; false when one of the same person and dimension is open already. */
export async function insertContest(
  ctx: TenantContext,
  contest: Pick<Contest, 'contestId' | 'employeeId' | 'dimension' | 'assessmentId' | 'statement'>,
): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('contests')
    .values({ ...contest, state: 'open', openedAt: ctx.now })
    // A literal: the index is partial, and a generic plan cannot infer it from a parameter.
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'employeeId', 'dimension'])
        .where(sql<boolean>`state = 'open'`)
        .doNothing(),
    )
    .returning('contestId')
    .executeTakeFirst();
  return added !== undefined;
}

/** One contest by id. */
export async function findContest(ctx: TenantContext, contestId: string): Promise<Contest | undefined> {
  const row = await ctx.tx
    .selectFrom('contests')
    .select(columns)
    .where('contestId', '=', contestId)
    .executeTakeFirst();
  return row as Contest | undefined;
}

/** Ends an open contest; false when it is open no more. */
export async function updateOpenContest(
  ctx: TenantContext,
  contestId: string,
  end: Pick<Contest, 'state' | 'remedy' | 'answer' | 'answeredBy'>,
): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('contests')
    .set({ ...end, endedAt: ctx.now })
    .where('contestId', '=', contestId)
    .where('state', '=', 'open')
    .returning('contestId')
    .executeTakeFirst();
  return ended !== undefined;
}

/** All contests of one person, the newest first. */
export async function listContestsOf(ctx: TenantContext, employeeId: string): Promise<Contest[]> {
  const rows = await ctx.tx
    .selectFrom('contests')
    .select(columns)
    .where('employeeId', '=', employeeId)
    .orderBy('openedAt', 'desc')
    .orderBy('contestId', 'desc')
    .execute();
  return rows as Contest[];
}

/** Everybody's contests that are open, the oldest first, or that ended, the newest first. */
export async function listContestRows(
  ctx: TenantContext,
  which: 'open' | 'ended',
  limit: number,
): Promise<Contest[]> {
  const query = ctx.tx.selectFrom('contests').select(columns).limit(limit);
  const rows =
    which === 'open'
      ? await query.where('state', '=', 'open').orderBy('openedAt').orderBy('contestId').execute()
      : await query.where('state', '<>', 'open').orderBy('endedAt', 'desc').orderBy('contestId').execute();
  return rows as Contest[];
}

/** Who of these people contests which dimension at present. */
export async function listOpenContestsOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<{ employeeId: string; dimension: Dimension; assessmentId: string | null }[]> {
  const rows = await ctx.tx
    .selectFrom('contests')
    .select(['employeeId', 'dimension', 'assessmentId'])
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where('state', '=', 'open')
    .execute();
  return rows as { employeeId: string; dimension: Dimension; assessmentId: string | null }[];
}

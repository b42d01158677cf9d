import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { Horizon, HorizonSource } from '../domain/horizon';

/** When a post's incumbent is expected to leave it. */
export interface HorizonRow {
  readonly positionId: string;
  readonly employeeId: string;
  readonly horizon: Horizon;
  readonly source: HorizonSource;
  /** Id of the user who entered it; `erased` after their erasure. */
  readonly saidBy: string | null;
  readonly saidOn: string;
}

const columns = ['positionId', 'employeeId', 'horizon', 'source', 'saidBy', 'saidOn'] as const;

/** What is known of these posts. */
export async function listHorizons(
  ctx: TenantContext,
  positionIds: readonly string[],
): Promise<HorizonRow[]> {
  const rows = await ctx.tx
    .selectFrom('positionHorizons')
    .select(columns)
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .execute();
  return rows as HorizonRow[];
}

/** What is known of one person. */
export async function listHorizonsOf(ctx: TenantContext, employeeId: string): Promise<HorizonRow[]> {
  const rows = await ctx.tx
    .selectFrom('positionHorizons')
    .select(columns)
    .where('employeeId', '=', employeeId)
    .execute();
  return rows as HorizonRow[];
}

/** Takes what is known of these posts away and stores this instead. */
export async function replaceHorizons(
  ctx: TenantContext,
  positionIds: readonly string[],
  rows: readonly HorizonRow[],
): Promise<void> {
  if (positionIds.length === 0) return;
  await ctx.tx
    .deleteFrom('positionHorizons')
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .execute();
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('positionHorizons')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .execute();
  }
}

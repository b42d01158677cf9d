import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { CycleState } from '../domain/cycle-states';

export type { CycleState } from '../domain/cycle-states';

export interface CycleRow {
  readonly cycleId: string;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: CycleState;
  readonly instruments: string[];
}

/** The organization's cycles, the newest first. */
export async function listCycleRows(ctx: TenantContext): Promise<CycleRow[]> {
  const rows = await ctx.tx
    .selectFrom('cycles')
    .select(['cycleId', 'name', 'opensOn', 'closesOn', 'state', 'instruments'])
    .orderBy('opensOn', 'desc')
    .orderBy('name')
    .execute();
  return rows as CycleRow[];
}

/** The cycles that take ratings from outside: those that were opened once. */
export async function listBegunCycles(ctx: TenantContext): Promise<CycleRow[]> {
  return (await listCycleRows(ctx)).filter(({ state }) => state !== 'draft');
}

/** Of these cycles, those in which peers rate by name. */
export async function listCyclesWithNamedPeers(
  ctx: TenantContext,
  cycleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('cycles')
    .select('cycleId')
    .where('peersAnonymous', '=', false)
    .where(sql<boolean>`cycle_id = any(${cycleIds}::uuid[])`)
    .execute();
  return new Set(rows.map(({ cycleId }) => cycleId));
}

/** The state of the cycle with this name, undefined when there is none. */
export async function findCycleState(ctx: TenantContext, name: string): Promise<CycleState | undefined> {
  const row = await ctx.tx.selectFrom('cycles').select('state').where('name', '=', name).executeTakeFirst();
  return row?.state as CycleState | undefined;
}

/** Stores the cycle under its name; returns the id that it has. */
export async function upsertCycleRow(ctx: TenantContext, cycle: CycleRow): Promise<string> {
  const { opensOn, closesOn, state, instruments } = cycle;
  const row = await ctx.tx
    .insertInto('cycles')
    .values(cycle)
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'name']).doUpdateSet({ opensOn, closesOn, state, instruments }),
    )
    .returning('cycleId')
    .executeTakeFirstOrThrow();
  return row.cycleId;
}

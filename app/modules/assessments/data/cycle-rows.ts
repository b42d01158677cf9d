import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Cycle, CycleFields, FrozenVersions } from '../domain/cycle';
import type { CycleState } from '../domain/cycle-states';
import { filterOfStored, storedFilterOf } from '../domain/stored-cycle-filter';

const columns = [
  ...(['cycleId', 'name', 'opensOn', 'closesOn', 'state', 'instruments', 'purpose', 'raterKinds'] as const),
  ...(['selfManager', 'peerChoice', 'peersAnonymous', 'peopleFilter', 'remindDays', 'teamScope'] as const),
  ...(['frameworkVersions', 'openedAt', 'closedAt', 'revision'] as const),
] as const;

/** One cycle by id. */
export async function findCycle(ctx: TenantContext, cycleId: string): Promise<Cycle | undefined> {
  const row = await ctx.tx
    .selectFrom('cycles')
    .select(columns)
    .where('cycleId', '=', cycleId)
    .executeTakeFirst();
  return row && cycleOf(row);
}

/** The day on which an open cycle ends, which nobody moves until the transaction ends; undefined: it is not open. Before its people. */
export async function holdCycleEnd(ctx: TenantContext, cycleId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('cycles')
    .select('closesOn')
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'open')
    .forShare()
    .executeTakeFirst();
  return row?.closesOn;
}

/** All cycles, the newest first. */
export async function listAllCycles(ctx: TenantContext): Promise<Cycle[]> {
  const rows = await ctx.tx
    .selectFrom('cycles')
    .select(columns)
    .orderBy('opensOn', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(cycleOf);
}

/** Whether another cycle has the name. */
export async function isCycleNameTaken(ctx: TenantContext, name: string, but: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('cycles')
    .select('cycleId')
    .where('name', '=', name)
    .where('cycleId', '<>', but)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewCycle {
  readonly cycleId: string;
  readonly teamScope: readonly string[];
  readonly fields: CycleFields;
}

/** Adds a draft. */
export async function insertDraft(ctx: TenantContext, cycle: NewCycle): Promise<void> {
  const { cycleId, teamScope, fields } = cycle;
  await ctx.tx
    .insertInto('cycles')
    .values({ cycleId, state: 'draft', teamScope: [...teamScope], ...stored(fields) })
    .execute();
}

/** Changes the fields of a cycle that is still as it was read; false when it is not. */
export async function updateCycleFields(
  ctx: TenantContext,
  { cycleId, revision, state }: Pick<Cycle, 'cycleId' | 'revision' | 'state'>,
  fields: Partial<CycleFields>,
): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('cycles')
    .set({ ...stored(fields), revision: sql<number>`revision + 1` })
    .where('cycleId', '=', cycleId)
    .where('revision', '=', revision)
    .where('state', '=', state)
    .returning('cycleId')
    .executeTakeFirst();
  return changed !== undefined;
}

export interface StateChange {
  readonly state: CycleState;
  readonly closesOn?: string;
  readonly frameworkVersions?: FrozenVersions;
}

/** Puts a cycle that is still as it was read into another state; false when it is not. */
export async function updateCycleState(
  ctx: TenantContext,
  before: Pick<Cycle, 'cycleId' | 'revision' | 'state'>,
  { state, closesOn, frameworkVersions }: StateChange,
): Promise<boolean> {
  const moments =
    state === 'open'
      ? { closedAt: null, ...(before.state === 'draft' ? { openedAt: ctx.now } : {}) }
      : state === 'closed'
        ? { closedAt: ctx.now }
        : {};
  const changed = await ctx.tx
    .updateTable('cycles')
    .set({
      ...{ state, ...moments, revision: sql<number>`revision + 1` },
      ...(closesOn ? { closesOn } : {}),
      ...(frameworkVersions
        ? { frameworkVersions: frameworkVersions as Record<string, Record<string, string>> }
        : {}),
    })
    .where('cycleId', '=', before.cycleId)
    .where('revision', '=', before.revision)
    .where('state', '=', before.state)
    .returning('cycleId')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Deletes a draft that is still as it was read; false when it is not. */
export async function deleteDraftRow(
  ctx: TenantContext,
  { cycleId, revision }: Pick<Cycle, 'cycleId' | 'revision'>,
): Promise<boolean> {
  const gone = await ctx.tx
    .deleteFrom('cycles')
    .where('cycleId', '=', cycleId)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .returning('cycleId')
    .executeTakeFirst();
  return gone !== undefined;
}

function stored<Fields extends Partial<CycleFields>>({ peopleFilter, ...fields }: Fields) {
  const { instruments, raterKinds, remindDays, ...rest } = fields;
  return {
    ...(rest as Omit<CycleFields, 'instruments' | 'raterKinds' | 'remindDays' | 'peopleFilter'>),
    ...(instruments ? { instruments: [...instruments] } : {}),
    ...(raterKinds ? { raterKinds: [...raterKinds] } : {}),
    ...(remindDays ? { remindDays: [...remindDays] } : {}),
    ...(peopleFilter ? { peopleFilter: storedFilterOf(peopleFilter) } : {}),
  } as {
    name: string;
    opensOn: string;
    closesOn: string;
    purpose: string | null;
    selfManager: string;
    peerChoice: string;
    peersAnonymous: boolean;
    instruments: string[];
    raterKinds: string[];
    remindDays: number[];
    peopleFilter: Record<string, string | number | null>;
  };
}

function cycleOf(row: object): Cycle {
  const { peopleFilter, ...rest } = row as Omit<Cycle, 'peopleFilter'> & { readonly peopleFilter: unknown };
  return { ...rest, peopleFilter: filterOfStored(peopleFilter) };
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import type { CycleState } from '../domain/cycle-states';
import type { OwnRaterKind } from '../domain/derive-rater-kind';

/** A cycle as its raters meet it. */
export interface RatedCycle {
  readonly cycleId: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: CycleState;
  readonly instruments: readonly Instrument[];
  readonly raterKinds: readonly OwnRaterKind[];
  readonly selfManager: 'blind' | 'open';
  readonly peersAnonymous: boolean;
  /** By occupation, then instrument. */
  readonly frameworkVersions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The cycles with these ids, those that close first before others. */
export async function listRatedCycles(
  ctx: TenantContext,
  cycleIds: readonly string[],
): Promise<RatedCycle[]> {
  const rows = await ctx.tx
    .selectFrom('cycles')
    .select(['cycleId', 'name', 'purpose', 'opensOn', 'closesOn', 'state', 'instruments'])
    .select(['raterKinds', 'selfManager', 'peersAnonymous', 'frameworkVersions'])
    .where(sql<boolean>`cycle_id = any(${cycleIds}::uuid[])`)
    .orderBy('closesOn')
    .orderBy('name')
    .execute();
  return rows as unknown as RatedCycle[];
}

/** Ids of the open cycles in which one of these people is rated. */
export async function listOpenCycleIds(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('cyclePeople')
    .innerJoin('cycles', 'cycles.cycleId', 'cyclePeople.cycleId')
    .select('cycles.cycleId')
    .distinct()
    .where(sql<boolean>`cycle_people.employee_id = any(${employeeIds}::uuid[])`)
    .where('cycles.state', '=', 'open')
    .execute();
  return rows.map(({ cycleId }) => cycleId);
}

export interface RatedPerson {
  readonly cycleId: string;
  readonly employeeId: string;
  /** What the person is rated as; null: none was confirmed when the cycle opened. */
  readonly soc: string | null;
  /** The person's own end, where it was extended. */
  readonly closesOn: string | null;
}

/** Those of these people whom a cycle rates. */
export async function listRatedPeople(
  ctx: TenantContext,
  cycleId: string,
  employeeIds: readonly string[],
): Promise<RatedPerson[]> {
  return ctx.tx
    .selectFrom('cyclePeople')
    .select(['cycleId', 'employeeId', 'soc', 'closesOn'])
    .where('cycleId', '=', cycleId)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .execute();
}

export interface Request {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly raterKind: OwnRaterKind;
}

/** Whom open cycles ask this rater to rate: approved ones. */
export async function listRequests(ctx: TenantContext, raterId: string): Promise<Request[]> {
  const rows = await ctx.tx
    .selectFrom('cycleRaters')
    .innerJoin('cycles', 'cycles.cycleId', 'cycleRaters.cycleId')
    .select(['cycleRaters.cycleId', 'cycleRaters.employeeId', 'cycleRaters.raterKind'])
    .where('cycleRaters.raterId', '=', raterId)
    .where('cycleRaters.state', '=', 'approved')
    .where('cycles.state', '=', 'open')
    .execute();
  return rows as Request[];
}

/** Whose approved peer this rater is in a cycle. */
export async function listApprovedPeers(
  ctx: TenantContext,
  { cycleId, raterId }: { readonly cycleId: string; readonly raterId: string },
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('cycleRaters')
    .select('employeeId')
    .where('cycleId', '=', cycleId)
    .where('raterId', '=', raterId)
    .where('raterKind', '=', 'peer')
    .where('state', '=', 'approved')
    .execute();
  return rows.map(({ employeeId }) => employeeId);
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

export interface CycleSubmission {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly raterKind: 'self' | 'manager';
  readonly raterId: string | null;
  readonly state: 'submitted' | 'superseded' | 'withdrawn';
  readonly assessedOn: string;
}

/** What oneself and managers submitted about a person in these cycles, replaced or not, the newest first. */
export async function listSidesOf(
  ctx: TenantContext,
  employeeId: string,
  cycleIds: readonly string[],
): Promise<CycleSubmission[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select(['assessmentId', 'cycleId', 'raterKind', 'raterId', 'state', 'assessedOn'])
    .where('employeeId', '=', employeeId)
    .where('state', '<>', 'draft')
    .where('raterKind', 'in', ['self', 'manager'])
    .where(sql<boolean>`cycle_id = any(${cycleIds}::uuid[])`)
    .orderBy('submittedAt', 'desc')
    .orderBy('assessmentId')
    .execute();
  return rows as CycleSubmission[];
}

/** Ids of the open cycles in which a person and the manager do not read each other before both are in. */
export async function listBlindCycleIds(
  ctx: TenantContext,
  employeeId: string,
  today: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('cyclePeople')
    .innerJoin('cycles', 'cycles.cycleId', 'cyclePeople.cycleId')
    .select('cycles.cycleId')
    .where('cyclePeople.employeeId', '=', employeeId)
    .where('cycles.state', '=', 'open')
    .where('cycles.selfManager', '=', 'blind')
    .where(sql<boolean>`cycles.rater_kinds @> '{self,manager}'`)
    .where(sql<boolean>`coalesce(cycle_people.closes_on, cycles.closes_on) >= ${today}::date`)
    .execute();
  return rows.map(({ cycleId }) => cycleId);
}

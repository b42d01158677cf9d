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

/** Whether a cycle is open in which self and manager do not read each other before both are in. */
export async function hasOpenBlindCycle(ctx: TenantContext): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('cycles')
    .select('cycleId')
    .where('state', '=', 'open')
    .where('selfManager', '=', 'blind')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface BlindSide extends CycleSubmission {
  readonly employeeId: string;
}

/**
 * What oneself and managers submitted about these people in open cycles in which they do not read each other before both
 * are in, replaced or not.
 */
export async function listBlindSides(
  ctx: TenantContext,
  employeeIds: readonly string[],
  today: string,
): Promise<BlindSide[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<BlindSide>`
    select a.employee_id as "employeeId", a.assessment_id as "assessmentId", a.cycle_id as "cycleId",
           a.rater_kind as "raterKind", a.rater_id as "raterId", a.state, a.assessed_on as "assessedOn"
      from cycles c
      join cycle_people p on p.organization_id = ${organization} and p.cycle_id = c.cycle_id
                         and p.employee_id = any(${employeeIds}::uuid[])
      join assessments a on a.organization_id = ${organization} and a.cycle_id = c.cycle_id
                        and a.employee_id = p.employee_id and a.state <> 'draft'
                        and a.rater_kind in ('self', 'manager')
     where c.organization_id = ${organization} and c.state = 'open' and c.self_manager = 'blind'
       and c.rater_kinds @> '{self,manager}'
       and coalesce(p.closes_on, c.closes_on) >= ${today}::date
     order by a.assessment_id`.execute(ctx.tx);
  return rows;
}

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

/** What one side submitted, replaced or not, while the other is not in. */
export interface BlindSide {
  readonly assessmentId: string;
  readonly employeeId: string;
}

/**
 * What could be closed to a reader in open cycles in which self and manager do not read each other before both are in: of
 * the reader what managers said, of everybody else of these people what they said themselves. Own ratings are left out.
 */
export async function listBlindSides(
  ctx: TenantContext,
  { employeeIds, readerId, today }: { employeeIds: readonly string[]; readerId: string; today: string },
): Promise<BlindSide[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<BlindSide>`
    with sides as (
      select a.employee_id, a.assessment_id, a.rater_kind, a.rater_id,
             bool_or(a.rater_kind = 'self' and a.state = 'submitted') over of_person
             and bool_or(a.rater_kind = 'manager' and a.state = 'submitted') over of_person as both_in
        from cycles c
        join cycle_people p on p.organization_id = ${organization} and p.cycle_id = c.cycle_id
                           and p.employee_id = any(${employeeIds}::uuid[])
        join assessments a on a.organization_id = ${organization} and a.cycle_id = c.cycle_id
                          and a.employee_id = p.employee_id and a.state <> 'draft'
                          and a.rater_kind in ('self', 'manager')
       where c.organization_id = ${organization} and c.state = 'open' and c.self_manager = 'blind'
         and c.rater_kinds @> '{self,manager}'
         and coalesce(p.closes_on, c.closes_on) >= ${today}::date
      window of_person as (partition by a.employee_id, a.cycle_id))
    select employee_id as "employeeId", assessment_id as "assessmentId" from sides
     where not both_in and rater_id is distinct from ${readerId}::uuid
       and rater_kind = case when employee_id = ${readerId}::uuid then 'manager' else 'self' end
     order by assessment_id`.execute(ctx.tx);
  return rows;
}

/** Everybody whom a person manages on a day, at any depth. */
export async function listBeneath(ctx: TenantContext, managerId: string, day: string): Promise<string[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ employeeId: string }>`
    with recursive beneath as (
      select e.employee_id from employments e
       where e.organization_id = ${organization}::uuid and e.manager_id = ${managerId}::uuid
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
      union
      select e.employee_id from beneath b
        join employments e on e.organization_id = ${organization}::uuid and e.manager_id = b.employee_id
       where e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date))
    select employee_id as "employeeId" from beneath`.execute(ctx.tx);
  return rows.map(({ employeeId }) => employeeId);
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** A person, and the number that stands for them once they are erased. */
export interface ErasedPerson {
  readonly employeeId: string;
  readonly replacement: string;
  /** Until when they are read. */
  readonly day: string;
}

/** Keeps under the number which teams and managers the person had, each with the last day of it (former-places.ts). */
export async function insertErasedPlaces(
  ctx: TenantContext,
  { employeeId, replacement, day }: ErasedPerson,
): Promise<void> {
  const periods = sql`
    select organization_id, team_id, manager_id, least(coalesce(valid_to, ${day}::date), ${day}::date) as last_day
      from public.employments
     where organization_id = ${ctx.organizationId}::uuid and employee_id = ${employeeId}::uuid
       and valid_from <= ${day}::date`;
  await sql`
    insert into public.former_members (organization_id, employee_id, team_id, last_day)
    select organization_id, ${replacement}::uuid, team_id, max(last_day)
      from (select organization_id, team_id, last_day from (${periods}) as p
             union all
            select organization_id, team_id, last_day from public.former_members
             where organization_id = ${ctx.organizationId}::uuid and employee_id = ${employeeId}::uuid) as known
     group by 1, 2, 3`.execute(ctx.tx);
  await sql`
    insert into public.former_reports (organization_id, employee_id, manager_id, last_day)
    select organization_id, ${replacement}::uuid, manager_id, max(last_day)
      from (select organization_id, manager_id, last_day from (${periods}) as p where manager_id is not null
             union all
            select organization_id, manager_id, last_day from public.former_reports
             where organization_id = ${ctx.organizationId}::uuid and employee_id = ${employeeId}::uuid) as known
     group by 1, 2, 3`.execute(ctx.tx);
}

/** The numbers that stand for people who were erased and were in a team before. */
export async function listErasedIds(ctx: TenantContext): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('formerMembers')
    .select('employeeId')
    .distinct()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('employees')
            .select('employees.employeeId')
            .whereRef('employees.employeeId', '=', 'formerMembers.employeeId'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.employeeId);
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Deeper than any line of managers; a circle ends there. */
const DEEPEST = 50;

/** The manager of each of these people on a day and everybody above, a row for each. */
export async function listManagersAboveOn(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<{ employeeId: string; managerId: string }[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ employeeId: string; managerId: string }>`
    with recursive above (employee_id, manager_id, depth) as (
      select employee_id, manager_id, 1 from employments
       where organization_id = ${organization}::uuid and employee_id = any(${employeeIds}::uuid[])
         and manager_id is not null and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)
      union
      select a.employee_id, e.manager_id, a.depth + 1 from above a
        join employments e on e.organization_id = ${organization}::uuid and e.employee_id = a.manager_id
       where e.manager_id is not null and e.valid_from <= ${asOf}::date
         and (e.valid_to is null or e.valid_to > ${asOf}::date) and a.depth < ${DEEPEST}
    )
    select distinct employee_id, manager_id from above where manager_id <> employee_id`.execute(ctx.tx);
  return rows;
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

export interface GroupMemberOnDay {
  readonly employeeId: string;
  readonly teamId: string;
  readonly active: boolean;
  readonly available: boolean;
}

/** Where these people are on a day, and whether they count as holders there. */
export async function listGroupMembers(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<GroupMemberOnDay[]> {
  const { rows } = await sql<GroupMemberOnDay>`
    select employee_id as "employeeId", team_id as "teamId", status = 'active' as active, available
      from employments
     where organization_id = ${ctx.organizationId}
       and employee_id = any(${employeeIds}::uuid[])
       and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)`.execute(ctx.tx);
  return rows;
}

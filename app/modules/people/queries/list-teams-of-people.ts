import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listTeamsOn } from '../data/employments';
import type { EmploymentStatus } from '../domain/employee-row';

export interface TeamOfPerson {
  readonly employeeId: string;
  readonly teamId: string;
  readonly status: EmploymentStatus;
}

/** The team and status of each of these people on a day, those who left too; nobody before the first day. */
export async function listTeamsOfPeople(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<TeamOfPerson[]> {
  const rows: TeamOfPerson[] = [];
  for (const batch of batches(employeeIds)) rows.push(...(await listTeamsOn(ctx, batch, asOf)));
  return rows;
}

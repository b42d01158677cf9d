import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { type EmployeeOccupationRow, listEmployeeOccupationsOn } from '../data/employee-occupations';
import { type EmployeeRow, findEmployee } from '../data/employees';
import { type EmploymentRow, findEmployment } from '../data/employments';

export interface EmployeeDetail extends EmployeeRow {
  /** What holds on the day; null before the first day. */
  readonly employment: EmploymentRow | null;
  /** Confirmed and proposed, by code. */
  readonly occupations: readonly EmployeeOccupationRow[];
}

export type EmployeeKey = { readonly employeeId: string } | { readonly externalId: string };

/** One person on a day, by id or external id. Throws NotFound. */
export async function getEmployee(
  ctx: TenantContext,
  key: EmployeeKey,
  asOf: string,
): Promise<EmployeeDetail> {
  const readable = !('employeeId' in key) || isAnyUuid(key.employeeId);
  const row = readable ? await findEmployee(ctx, key) : undefined;
  if (!row) throw new NotFound('There is no such person in this organization.');
  return {
    ...row,
    employment: (await findEmployment(ctx, row.employeeId, asOf)) ?? null,
    occupations: await listEmployeeOccupationsOn(ctx, [row.employeeId], asOf),
  };
}

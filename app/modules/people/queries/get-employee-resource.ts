import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { type EmployeeResource, employeeSchema } from '../domain/employee-resource';
import { type EmployeeKey, getEmployee } from './get-employee';

/** A person as the API gives them. @param asOf not before the first day. Throws NotFound. */
export async function getEmployeeResource(
  ctx: TenantContext,
  key: EmployeeKey,
  asOf: string,
): Promise<EmployeeResource> {
  const { employeeId, employment, occupations, ...person } = await getEmployee(ctx, key, asOf);
  if (!employment) throw new NotFound('There is no such person in this organization.');
  return employeeSchema.parse({
    ...{ id: employeeId, ...employment, ...person },
    occupations: occupations.map(({ confirmedBy, ...held }) => ({
      ...held,
      confirmed: confirmedBy !== null,
    })),
  });
}

const BY_EXTERNAL_ID = 'externalId:';

/** Whom an address of the API means: an id, or `externalId:E0001`. */
export function employeeKey(named: string): EmployeeKey {
  return named.startsWith(BY_EXTERNAL_ID)
    ? { externalId: named.slice(BY_EXTERNAL_ID.length) }
    : { employeeId: named };
}

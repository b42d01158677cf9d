import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { listEmployeesByExternalId } from '../data/employees';

/** The id of the person with a number. Throws InvalidInput at the field when there is nobody. */
export async function findPersonNumber(ctx: TenantContext, number: string, pointer: string): Promise<string> {
  const [row] = await listEmployeesByExternalId(ctx, [number]);
  if (row) return row.employeeId;
  const detail = 'There is nobody with this number.';
  throw new InvalidInput(detail, [{ pointer, detail }]);
}

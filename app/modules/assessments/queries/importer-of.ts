import type { Actor, TenantContext } from '#db/tenancy';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import type { Importer } from '../domain/importer';

/** Who asks for an import, as ratings that it brings know them. */
export async function importerOf(ctx: TenantContext, { kind, id }: Actor): Promise<Importer> {
  if (kind !== 'user') return { id, employeeId: null, accepts: kind === 'operator' };
  return { id, employeeId: await findEmployeeIdOfUser(ctx, id), accepts: true };
}

import type { Actor, TenantContext } from '#db/tenancy';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import type { Importer } from '../domain/importer';

/**
 * Who asks for an import, as ratings that it brings know them. What stands about oneself in a file is the maker's where a
 * token sends it.
 * @param madeBy the user who made the token; null: nobody of the organization, or no token asks
 */
export async function importerOf(
  ctx: TenantContext,
  { kind, id }: Actor,
  madeBy: string | null,
): Promise<Importer> {
  const userId = kind === 'user' ? id : kind === 'token' ? madeBy : null;
  return {
    id,
    employeeId: userId === null ? null : await findEmployeeIdOfUser(ctx, userId),
    isToken: kind === 'token',
    accepts: kind === 'user' || kind === 'operator',
  };
}

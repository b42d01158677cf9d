import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listUserIdsOfRoles } from '../data/memberships';
import { reachOf } from '../domain/permissions';
import { ROLES } from '../domain/role';

/** Users of an organization whose role rates nobody, not even themselves: few, however large it is. */
export async function listNonRaters(database: Database, organizationId: string): Promise<string[]> {
  const roles = ROLES.filter((role) => reachOf(role, 'ratings:submit') === 'none');
  return withAuth(database, (ctx) => listUserIdsOfRoles(ctx, organizationId, roles));
}

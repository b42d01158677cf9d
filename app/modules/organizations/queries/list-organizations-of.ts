import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listMemberships, type MembershipRow } from '../data/memberships';

/** The organizations that a user belongs to, by name. */
export async function listOrganizationsOf(database: Database, userId: string): Promise<MembershipRow[]> {
  return withAuth(database, (ctx) => listMemberships(ctx, userId));
}

import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listMemberDetails } from '../data/memberships';

/** Members of an organization as a copy of it names them: never what they sign in with. */
export async function listExportedMembers(database: Database, organizationId: string): Promise<object[]> {
  const members = await withAuth(database, (ctx) => listMemberDetails(ctx, organizationId));
  return members.map(({ userId, name, email, role, teamScope, grants }) => ({
    ...{ userId, name, email },
    ...{ role, teamScope, grants },
  }));
}

import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findMember, findMemberIdByEmail } from '../data/memberships';

export interface NamedMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** A member of an organization by id or by address, whatever its case; null: nobody. */
export async function findMemberOf(
  database: Database,
  organizationId: string,
  key: { readonly userId: string } | { readonly email: string },
): Promise<NamedMember | null> {
  return withAuth(database, async (ctx) => {
    const userId = 'userId' in key ? key.userId : await findMemberIdByEmail(ctx, organizationId, key.email);
    const member = userId === undefined ? undefined : await findMember(ctx, organizationId, userId);
    return member ? { userId: member.userId, name: member.name, email: member.email } : null;
  });
}

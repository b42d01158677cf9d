import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { upsertMembership } from '../data/memberships';
import { upsertUser } from '../data/users';
import type { Role } from '../domain/role';

export interface NewMember {
  readonly organizationId: string;
  readonly email: string;
  readonly name: string;
  /** As the password keeper gives it. */
  readonly passwordHash: string;
  readonly role: Role;
  readonly teamScope: readonly string[];
}

/** Makes a person who can sign in a member of an organization; a known address gets the new password. */
export async function addMember(database: Database, member: NewMember): Promise<string> {
  return withAuth(database, async (ctx) => {
    const { email, name, passwordHash } = member;
    const userId = await upsertUser(ctx, { userId: randomUUID(), email, name, passwordHash });
    const { organizationId, role } = member;
    await upsertMembership(ctx, { organizationId, userId, role, teamScope: [...member.teamScope] });
    return userId;
  });
}

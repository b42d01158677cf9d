import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/** Names of the organization's members and of these users, former members among them. */
export async function listUserNames(
  ctx: AuthContext,
  organizationId: string,
  userIds: readonly string[],
): Promise<{ userId: string; name: string; isMember: boolean }[]> {
  return ctx.tx
    .selectFrom('users')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.userId', '=', 'users.userId')
        .on('memberships.organizationId', '=', organizationId),
    )
    .select(['users.userId', 'users.name', sql<boolean>`memberships.user_id is not null`.as('isMember')])
    .where((eb) =>
      eb.or([
        eb('memberships.userId', 'is not', null),
        sql<boolean>`users.user_id = any(${userIds}::uuid[])`,
      ]),
    )
    .orderBy('users.name')
    .execute();
}

/** Names of the organization's tokens, revoked and expired ones too. */
export async function listTokenNames(
  ctx: AuthContext,
  organizationId: string,
): Promise<{ tokenId: string; name: string }[]> {
  return ctx.tx
    .selectFrom('apiTokens')
    .select(['tokenId', 'name'])
    .where('organizationId', '=', organizationId)
    .orderBy('name')
    .execute();
}

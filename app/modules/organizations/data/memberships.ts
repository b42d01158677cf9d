import type { AuthContext } from '#db/tenancy';
import type { Role } from '../domain/role';

export interface MembershipRow {
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly teamScope: string[];
}

const columns = [
  'memberships.organizationId',
  'organizationDirectory.slug',
  'organizationDirectory.name',
  'memberships.role',
  'memberships.teamScope',
] as const;

/** The membership of a user in the organization with this slug. */
export async function findMembership(
  ctx: AuthContext,
  userId: string,
  slug: string,
): Promise<MembershipRow | undefined> {
  const row = await ctx.tx
    .selectFrom('memberships')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'memberships.organizationId')
    .select(columns)
    .where('memberships.userId', '=', userId)
    .where('organizationDirectory.slug', '=', slug)
    .executeTakeFirst();
  return row as MembershipRow | undefined;
}

/** All organizations that a user belongs to, by name. */
export async function listMemberships(ctx: AuthContext, userId: string): Promise<MembershipRow[]> {
  const rows = await ctx.tx
    .selectFrom('memberships')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'memberships.organizationId')
    .select(columns)
    .where('memberships.userId', '=', userId)
    .orderBy('organizationDirectory.name')
    .execute();
  return rows as MembershipRow[];
}

export interface MemberRow {
  readonly userId: string;
  readonly role: Role;
  readonly teamScope: string[];
}

/** Everyone who belongs to an organization, by id. */
export async function listMembers(ctx: AuthContext, organizationId: string): Promise<MemberRow[]> {
  const rows = await ctx.tx
    .selectFrom('memberships')
    .select(['userId', 'role', 'teamScope'])
    .where('organizationId', '=', organizationId)
    .orderBy('userId')
    .execute();
  return rows as MemberRow[];
}

export interface NewMembership {
  readonly organizationId: string;
  readonly userId: string;
  readonly role: Role;
  readonly teamScope: string[];
}

export async function upsertMembership(ctx: AuthContext, membership: NewMembership): Promise<void> {
  await ctx.tx
    .insertInto('memberships')
    .values(membership)
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'userId'])
        .doUpdateSet({ role: membership.role, teamScope: membership.teamScope }),
    )
    .execute();
}

import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';
import type { AdmissionPolicy } from '../domain/admission';
import type { Grant, Role } from '../domain/role';
import { secondFactorOf } from './sign-in-policies';

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

/** A membership with what decides whether a session opens it. */
export interface AdmittedMembershipRow extends MembershipRow, AdmissionPolicy {
  readonly hasSecondFactor: boolean;
}

/** The membership of a user in the organization with this slug. */
export async function findMembership(
  ctx: AuthContext,
  userId: string,
  slug: string,
): Promise<AdmittedMembershipRow | undefined> {
  const row = await ctx.tx
    .selectFrom('memberships')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'memberships.organizationId')
    .select(columns)
    .select(['memberships.breakGlass', 'memberships.rightsChangedAt'])
    .select('organizationDirectory.secondFactorRequired')
    .select('organizationDirectory.ssoRequired')
    .select((eb) => secondFactorOf(ctx, eb.ref('memberships.userId')).as('hasSecondFactor'))
    .where('memberships.userId', '=', userId)
    .where('organizationDirectory.slug', '=', slug)
    .executeTakeFirst();
  return row as AdmittedMembershipRow | undefined;
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

/** Users of an organization who have one of these roles, by id. */
export async function listUserIdsOfRoles(
  ctx: AuthContext,
  organizationId: string,
  roles: readonly Role[],
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('memberships')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('role', 'in', roles)
    .orderBy('userId')
    .execute();
  return rows.map(({ userId }) => userId);
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

export interface MemberDetails extends MemberRow {
  readonly grants: Grant[];
  readonly name: string;
  readonly email: string;
  /** Of the sessions that are left; null when there is none. */
  readonly lastSeenAt: Date | null;
  readonly hasSecondFactor: boolean;
}

function memberDetails(ctx: AuthContext, organizationId: string) {
  return ctx.tx
    .selectFrom('memberships')
    .innerJoin('users', 'users.userId', 'memberships.userId')
    .select(['memberships.userId', 'memberships.role', 'memberships.teamScope', 'memberships.grants'])
    .select(['users.name', 'users.email'])
    .select((eb) =>
      eb
        .selectFrom('sessions')
        .select((inner) => inner.fn.max('sessions.lastSeenAt').as('lastSeenAt'))
        .whereRef('sessions.userId', '=', 'memberships.userId')
        .as('lastSeenAt'),
    )
    .select((eb) => secondFactorOf(ctx, eb.ref('memberships.userId')).as('hasSecondFactor'))
    .where('memberships.organizationId', '=', organizationId);
}

/** Everyone who belongs to an organization with name, address and last use, by name. */
export async function listMemberDetails(ctx: AuthContext, organizationId: string): Promise<MemberDetails[]> {
  const rows = await memberDetails(ctx, organizationId)
    .orderBy('users.name')
    .orderBy('users.email')
    .execute();
  return rows as MemberDetails[];
}

/** One member of an organization. */
export async function findMember(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<MemberDetails | undefined> {
  const row = await memberDetails(ctx, organizationId)
    .where('memberships.userId', '=', userId)
    .executeTakeFirst();
  return row as MemberDetails | undefined;
}

/** The role of a member, and when the rights of the membership last changed; null: never. */
export async function findMemberRights(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<{ readonly role: Role; readonly rightsChangedAt: Date | null } | undefined> {
  const row = await ctx.tx
    .selectFrom('memberships')
    .select(['role', 'rightsChangedAt'])
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row as { role: Role; rightsChangedAt: Date | null } | undefined;
}

/** Whether somebody with the address, whatever its case, belongs to the organization. */
export async function hasMemberWithEmail(
  ctx: AuthContext,
  organizationId: string,
  email: string,
): Promise<boolean> {
  const row = await memberDetails(ctx, organizationId)
    .where(sql<boolean>`lower(users.email) = lower(${email})`)
    .executeTakeFirst();
  return row !== undefined;
}

/** The member with the address, whatever its case; undefined: nobody. */
export async function findMemberIdByEmail(
  ctx: AuthContext,
  organizationId: string,
  email: string,
): Promise<string | undefined> {
  const row = await memberDetails(ctx, organizationId)
    .where(sql<boolean>`lower(users.email) = lower(${email})`)
    .executeTakeFirst();
  return row?.userId;
}

/** Holds back every other change of the organization's members until the transaction ends. */
export async function lockMembers(ctx: AuthContext, organizationId: string): Promise<void> {
  await ctx.tx
    .selectFrom('organizationDirectory')
    .select('organizationId')
    .where('organizationId', '=', organizationId)
    .forNoKeyUpdate()
    .execute();
}

/** How many owners the organization has beside this user. */
export async function countOtherOwners(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<number> {
  const row = await ctx.tx
    .selectFrom('memberships')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('owners'))
    .where('organizationId', '=', organizationId)
    .where('role', '=', 'owner')
    .where('userId', '<>', userId)
    .executeTakeFirst();
  return row?.owners ?? 0;
}

/** Adds a member, who is no former member any more; false when the user was one already. */
export async function insertMembership(ctx: AuthContext, membership: NewMembership): Promise<boolean> {
  await ctx.tx
    .deleteFrom('formerMembers')
    .where('organizationId', '=', membership.organizationId)
    .where('userId', '=', membership.userId)
    .execute();
  const row = await ctx.tx
    .insertInto('memberships')
    .values(membership)
    .onConflict((conflict) => conflict.columns(['organizationId', 'userId']).doNothing())
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives other rights from now on; only an owner may go on coming in without single sign-on. */
export async function updateMembership(
  ctx: AuthContext,
  { organizationId, userId, ...rights }: NewMembership & { readonly grants: Grant[] },
): Promise<void> {
  await ctx.tx
    .updateTable('memberships')
    .set({ ...rights, rightsChangedAt: ctx.now, ...(rights.role === 'owner' ? {} : { breakGlass: false }) })
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .execute();
}

/**
 * Ends a membership and remembers that there was one: single sign-on does not bring a former member back. What the
 * member kept for nobody else goes with it; the transaction carries the tenant setting.
 */
export async function deleteMembership(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<void> {
  await ctx.tx
    .insertInto('formerMembers')
    .values({ organizationId, userId, leftAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.tx
    .deleteFrom('memberships')
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .execute();
  await sql`select auth.delete_private_views(${userId}::text)`.execute(ctx.tx);
}

import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/**
 * Deletes those of these users who belong to no organization and are no operator, with sessions and second factors.
 * What they did for organizations that stay is kept: invitations lose only who sent them. Returns their addresses.
 * The users are held before they are looked at: a membership that is not yet committed would go with its user unseen.
 */
export async function deleteUsersWithoutOrganization(
  ctx: AuthContext,
  userIds: readonly string[],
): Promise<string[]> {
  await lockUsers(ctx, userIds);
  const gone = await ctx.tx
    .selectFrom('users')
    .select(['userId', 'email'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('memberships')
            .select(eb.lit(1).as('one'))
            .whereRef('memberships.userId', '=', 'users.userId'),
        ),
      ),
    )
    .where(({ eb, not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('operators')
            .select(eb.lit(1).as('one'))
            .whereRef('operators.userId', '=', 'users.userId'),
        ),
      ),
    )
    .execute();
  const ids = gone.map((row) => row.userId);
  if (ids.length === 0) return [];
  await ctx.tx
    .updateTable('invitations')
    .set({ invitedBy: null })
    .where(sql<boolean>`invited_by = any(${ids}::uuid[])`)
    .execute();
  await ctx.tx.deleteFrom('mailQueue').where(sql<boolean>`subject_id = any(${ids}::uuid[])`).execute();
  await ctx.tx.deleteFrom('users').where(sql<boolean>`user_id = any(${ids}::uuid[])`).execute();
  return gone.map(({ email }) => email);
}

/** Holds back whoever would make one of these users a member, until the transaction ends. */
async function lockUsers(ctx: AuthContext, userIds: readonly string[]): Promise<void> {
  await ctx.tx
    .selectFrom('users')
    .select('userId')
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .orderBy('userId')
    .forUpdate()
    .execute();
}

/** Deletes what one organization keeps of a user beside the membership: identities, letters, that they were there. */
export async function deleteTracesOfUser(
  ctx: AuthContext,
  organizationId: string,
  userId: string,
): Promise<void> {
  for (const table of ['ssoIdentities', 'formerMembers'] as const)
    await ctx.tx
      .deleteFrom(table)
      .where('organizationId', '=', organizationId)
      .where('userId', '=', userId)
      .execute();
  await ctx.tx
    .deleteFrom('mailQueue')
    .where('organizationId', '=', organizationId)
    .where('subjectId', '=', userId)
    .execute();
}

/** Deletes the letters that lead to a person of the directory. */
export async function deleteLettersAbout(
  ctx: AuthContext,
  organizationId: string,
  employeeId: string,
): Promise<void> {
  await ctx.tx
    .deleteFrom('mailQueue')
    .where('organizationId', '=', organizationId)
    .where('aboutId', '=', employeeId)
    .execute();
}

/** Takes back the organization's invitations to these addresses, whatever their case. */
export async function deleteInvitationsTo(
  ctx: AuthContext,
  organizationId: string,
  emails: readonly string[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('invitations')
    .where('organizationId', '=', organizationId)
    .where(hasAddress(emails))
    .execute();
}

/** Deletes what is kept under these addresses and belongs to nobody: asked-for passwords, unconfirmed sign-ups. */
export async function deleteWaitingOf(ctx: AuthContext, emails: readonly string[]): Promise<void> {
  for (const table of ['passwordResets', 'signUps'] as const)
    await ctx.tx.deleteFrom(table).where(hasAddress(emails)).execute();
}

/** Whether a row has one of these addresses, whatever their case, which the database alone compares. */
const hasAddress = (emails: readonly string[]) =>
  sql<boolean>`lower(email) in (select lower(given) from unnest(${[...emails]}::text[]) as given)`;

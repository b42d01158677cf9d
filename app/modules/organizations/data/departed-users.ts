import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/**
 * Deletes those of these users who belong to no organization and are no operator, with sessions and second factors.
 * What they did for organizations that stay is kept: invitations lose only who sent them. Returns how many.
 */
export async function deleteUsersWithoutOrganization(
  ctx: AuthContext,
  userIds: readonly string[],
): Promise<number> {
  const gone = await ctx.tx
    .selectFrom('users')
    .select('userId')
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberships')
            .select('memberships.userId')
            .whereRef('memberships.userId', '=', 'users.userId'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('operators')
            .select('operators.userId')
            .whereRef('operators.userId', '=', 'users.userId'),
        ),
      ),
    )
    .execute();
  const ids = gone.map((row) => row.userId);
  if (ids.length === 0) return 0;
  await ctx.tx
    .updateTable('invitations')
    .set({ invitedBy: null })
    .where(sql<boolean>`invited_by = any(${ids}::uuid[])`)
    .execute();
  await ctx.tx.deleteFrom('mailQueue').where(sql<boolean>`subject_id = any(${ids}::uuid[])`).execute();
  await ctx.tx.deleteFrom('users').where(sql<boolean>`user_id = any(${ids}::uuid[])`).execute();
  return ids.length;
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

/** Takes back the organization's invitations to these addresses, whatever their case. */
export async function deleteInvitationsTo(
  ctx: AuthContext,
  organizationId: string,
  emails: readonly string[],
): Promise<void> {
  const lower = emails.map((email) => email.toLowerCase());
  await ctx.tx
    .deleteFrom('invitations')
    .where('organizationId', '=', organizationId)
    .where(sql<boolean>`lower(email) = any(${lower}::text[])`)
    .execute();
}

/** Deletes what is kept under these addresses and belongs to nobody: asked-for passwords, unconfirmed sign-ups. */
export async function deleteWaitingOf(ctx: AuthContext, emails: readonly string[]): Promise<void> {
  const lower = emails.map((email) => email.toLowerCase());
  for (const table of ['passwordResets', 'signUps'] as const)
    await ctx.tx.deleteFrom(table).where(sql<boolean>`lower(email) = any(${lower}::text[])`).execute();
}

import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { type MembersContext, withAuth, withMembers } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { Conflict } from '~/shared/errors';
import { type OpenInvitation, takeInvitation } from '../data/invitations';
import { insertMembership, lockMembers } from '../data/memberships';
import { deleteSessionsOf } from '../data/sessions';
import { findUserByEmail, insertUser } from '../data/users';
import { requireInvitation } from '../queries/read-invitation';
import { recordAudit } from './record-audit';

/**
 * Makes the signed-in person a member; the slug of the organization. The person's sessions end: the caller opens one.
 * @throws NotFound for a void link; Conflict when it is for another address, with nothing said about that one.
 */
export async function acceptInvitation(database: Database, token: string, userId: string): Promise<string> {
  return accept(database, { token, userId }, async (ctx, invitation) => {
    if ((await findUserByEmail(ctx, invitation.email))?.userId !== userId)
      throw new Conflict('This invitation is for another address than the one that you are signed in with.');
    await deleteSessionsOf(ctx, userId);
  });
}

export interface NewAccount {
  readonly name: string;
  /** As the password keeper gives it. */
  readonly passwordHash: string;
}

/**
 * Makes an account for the invited address, whose holder the link has shown to be at hand, and makes it a member.
 * @throws NotFound for a void link; Conflict when the address has an account.
 */
export async function acceptWithNewAccount(
  database: Database,
  token: string,
  { name, passwordHash }: NewAccount,
): Promise<{ userId: string; slug: string }> {
  const userId = randomUUID();
  const slug = await accept(database, { token, userId }, async (ctx, { email }) => {
    if (!(await insertUser(ctx, { userId, email, name, passwordHash })))
      throw new Conflict('Somebody signs in with this address already. Sign in to accept the invitation.');
  });
  return { userId, slug };
}

type Arrive = (ctx: MembersContext, invitation: OpenInvitation) => Promise<void>;

async function accept(
  database: Database,
  { token, userId }: { readonly token: string; readonly userId: string },
  arrive: Arrive,
): Promise<string> {
  const found = await withAuth(database, (ctx) => requireInvitation(ctx, token));
  const { organizationId } = found;
  return withMembers(database, { organizationId, actor: { kind: 'user', id: userId } }, async (ctx) => {
    await lockMembers(ctx, organizationId);
    // Once more, now that no other change runs beside this one.
    const invitation = await requireInvitation(ctx, token);
    const { invitationId, role, teamScope, slug } = invitation;
    await takeInvitation(ctx, organizationId, invitationId);
    await arrive(ctx, invitation);
    if (invitation.invitedBy === userId)
      throw new Conflict('Nobody accepts an invitation that they made themselves.');
    if (await insertMembership(ctx, { organizationId, userId, role, teamScope })) {
      await enqueue(ctx, 'prepare-release-cuts', {});
      const details = { invitation: invitationId, role, teamScope };
      recordAudit(ctx, { action: 'member.join', subject: { kind: 'user', id: userId }, details });
    }
    return slug;
  });
}

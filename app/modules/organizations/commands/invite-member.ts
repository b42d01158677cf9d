import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import type { MembersContext } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { insertInvitation, listInvitationRows, takeInvitation, updateInvitation } from '../data/invitations';
import { insertMail } from '../data/mail-queue';
import { hasMemberWithEmail } from '../data/memberships';
import { emailAddress } from '../domain/email-address';
import { checkedRights, needsSecondLook, requireMayGive, requireTeamsCount } from '../domain/member-rights';
import type { Role } from '../domain/role';
import { changeAsAdministrator, type MemberViewer } from './change-as-administrator';
import type { MemberOutcome } from './change-member';
import { recordAudit } from './record-audit';

const DAY_MS = 86_400_000;
const INVITATION_DAYS = 7;

/** When an invitation that is sent at this moment ends. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

export interface Invited {
  readonly email: string;
  readonly role: Role;
  readonly teamScope: readonly string[];
  /** Ids of the teams that the organization has now. */
  readonly teams: ReadonlySet<string>;
  /** Whether the author was shown what follows, and signed in within the last minutes. */
  readonly sure: boolean;
}

/**
 * Invites somebody by a letter with a link. Nothing is done for an invitation as owner whose author is not sure.
 * @throws InvalidInput for what is no address; Conflict for a member, an open invitation and one's own address.
 */
export async function inviteMember(
  database: Database,
  viewer: MemberViewer,
  { email: text, role, teamScope: wanted, teams, sure }: Invited,
): Promise<MemberOutcome> {
  const email = emailAddress(text);
  if (!email) throw refusedAddress('Enter an e-mail address, such as jo.berg@example.org.');
  requireTeamsCount({ role, teamScope: wanted });
  const after = checkedRights({ role, teamScope: wanted, grants: [] }, teams);
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    requireMayGive({ authorRole: author.role, isOwn: false, before: null, after });
    if (await hasMemberWithEmail(ctx, organizationId, email))
      throw new Conflict('Somebody with this address is a member already.');
    if (!sure && needsSecondLook(null, after)) return 'look-first';
    const [invitationId, teamScope] = [randomUUID(), [...after.teamScope]];
    const isNew = await insertInvitation(ctx, {
      ...{ invitationId, organizationId, email, role, teamScope },
      ...{ tokenHash: null, invitedBy: author.userId, expiresAt: invitationEnd(ctx.now) },
    });
    if (!isNew) throw new Conflict('This address has an invitation already. Send it again instead.');
    await queueInvitation(ctx, invitationId);
    const subject = { kind: 'invitation', id: invitationId } as const;
    recordAudit(ctx, { action: 'member.invite', subject, details: { role, teamScope } });
    return 'done';
  });
}

/** Sends an invitation again with another link and another end; the link before is void. Throws NotFound. */
export async function inviteAgain(
  database: Database,
  viewer: MemberViewer,
  invitationId: string,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const rows = await listInvitationRows(ctx, ctx.organizationId);
    const row = rows.find((one) => one.invitationId === invitationId);
    if (!row) throw new NotFound('There is no such invitation.');
    const after = { role: row.role, teamScope: row.teamScope, grants: [] };
    requireMayGive({ authorRole: author.role, isOwn: false, before: null, after });
    await updateInvitation(ctx, invitationId, { expiresAt: invitationEnd(ctx.now), tokenHash: null });
    await queueInvitation(ctx, invitationId);
    const subject = { kind: 'invitation', id: invitationId } as const;
    recordAudit(ctx, { action: 'member.invite_again', subject, details: {} });
  });
}

/** Takes an invitation back; its link is void. Throws NotFound. */
export async function revokeInvitation(
  database: Database,
  viewer: MemberViewer,
  invitationId: string,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const row = await takeInvitation(ctx, ctx.organizationId, invitationId);
    if (!row) throw new NotFound('There is no such invitation.');
    const before = { role: row.role, teamScope: row.teamScope, grants: [] };
    requireMayGive({ authorRole: author.role, isOwn: false, before, after: null });
    const subject = { kind: 'invitation', id: invitationId } as const;
    recordAudit(ctx, { action: 'member.invite_revoke', subject, details: {} });
  });
}

async function queueInvitation(ctx: MembersContext, subjectId: string): Promise<void> {
  const { organizationId } = ctx;
  await insertMail(ctx, { mailId: randomUUID(), kind: 'invitation', organizationId, subjectId });
}

function refusedAddress(detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: 'email', detail }]);
}

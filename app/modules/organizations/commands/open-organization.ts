import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth, withMembers } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { insertInvitation, listInvitationRows } from '../data/invitations';
import { listMembers } from '../data/memberships';
import { findOrganizationBySlug } from '../data/organization-directory';
import { emailAddress } from '../domain/email-address';
import { tokenLink } from '../domain/link-token';
import { createOrganization, type NewOrganization } from './create-organization';
import { invitationEnd } from './invite-member';
import { makeLinkToken } from './make-link-token';
import { recordAudit } from './record-audit';

export interface OpenedOrganization extends NewOrganization {
  /** E-mail address of the owner to be. */
  readonly owner: string;
  /** Where the link leads, such as `https://cadre.example`. */
  readonly origin: string;
}

const OPERATOR = { kind: 'operator', id: 'command-line' } as const;
const LONGEST_NAME = 200;

/**
 * Makes an organization and invites its owner; gives back the link, which is kept nowhere. May be repeated until
 * somebody is invited.
 * @throws InvalidInput for a name, slug, zone or address that cannot be; Conflict when the slug is taken.
 */
export async function openOrganization(
  database: Database,
  { owner, origin, ...organization }: OpenedOrganization,
): Promise<string> {
  const email = emailAddress(owner);
  if (!email) throw new InvalidInput(`${owner} is no e-mail address.`);
  const name = organization.name.trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw new InvalidInput(`The name must have 1 to ${LONGEST_NAME} characters.`);
  await requireFree(database, organization.slug);
  const organizationId = await createOrganization(database, { ...organization, name });
  const { token, tokenHash } = makeLinkToken();
  const invitationId = randomUUID();
  await withMembers(database, { organizationId, actor: OPERATOR }, async (ctx) => {
    const expiresAt = invitationEnd(ctx.now);
    const row = { invitationId, organizationId, email, tokenHash, invitedBy: null, expiresAt };
    await insertInvitation(ctx, { ...row, role: 'owner', teamScope: [] });
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'organization.create', subject, details: {} });
    const invitation = { kind: 'invitation', id: invitationId } as const;
    recordAudit(ctx, {
      action: 'member.invite',
      subject: invitation,
      details: { role: 'owner', teamScope: [] },
    });
  });
  return tokenLink(origin, 'invite', token);
}

/** A slug is taken once its organization has a member or an invitation. */
async function requireFree(database: Database, slug: string): Promise<void> {
  const isTaken = await withAuth(database, async (ctx) => {
    const known = await findOrganizationBySlug(ctx, slug);
    if (!known) return false;
    const [members, invitations] = [
      await listMembers(ctx, known.organizationId),
      await listInvitationRows(ctx, known.organizationId),
    ];
    return members.length + invitations.length > 0;
  });
  if (isTaken) throw new Conflict(`There is an organization with the slug ${slug} already.`);
}

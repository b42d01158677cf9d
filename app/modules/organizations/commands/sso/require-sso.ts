import type { Database } from '#db/database';
import type { MembersContext } from '#db/tenancy';
import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';
import { findMember } from '../../data/memberships';
import { findSignInPolicy } from '../../data/sign-in-policies';
import {
  findConnection,
  listBreakGlass,
  updateBreakGlass,
  updateSsoRequired,
} from '../../data/sso-connections';
import { changeAsAdministrator, type MemberViewer } from '../change-as-administrator';
import { recordAudit } from '../record-audit';

export interface SsoRequirement {
  readonly required: boolean;
  /** Owners who may come in by password and second factor all the same; kept only while required. */
  readonly breakGlass: readonly string[];
}

/**
 * Requires single sign-on of every member but a few owners, or takes that back. Sessions of others open the
 * organization no more from the next request on.
 * @throws Forbidden for an administrator; Conflict when nobody came in through the provider yet; InvalidInput when nobody could come in without it.
 */
export async function requireSso(
  database: Database,
  viewer: MemberViewer,
  { required, breakGlass }: SsoRequirement,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    if (author.role !== 'owner')
      throw new Forbidden('Only an owner chooses whether single sign-on is required, and of whom it is not.');
    const { organizationId } = ctx;
    const chosen = required ? [...new Set(breakGlass)].sort() : [];
    if (required) await requireWayIn(ctx, chosen);
    const policy = await findSignInPolicy(ctx, organizationId);
    const before = {
      required: policy?.ssoRequired ?? false,
      chosen: await listBreakGlass(ctx, organizationId),
    };
    await updateSsoRequired(ctx, organizationId, required);
    await updateBreakGlass(ctx, organizationId, chosen);
    const fields = [
      { field: 'ssoRequired', before: before.required, after: required },
      { field: 'breakGlass', before: before.chosen.join(', ') || null, after: chosen.join(', ') || null },
    ];
    const changes = fields.filter((field) => field.before !== field.after);
    if (changes.length === 0) return;
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'sso.change', subject, details: { changes } });
  });
}

async function requireWayIn(ctx: MembersContext, chosen: readonly string[]): Promise<void> {
  const connection = await findConnection(ctx, ctx.organizationId);
  if (!connection?.enabled || !connection.provenAt)
    throw new Conflict(
      'Sign in through the provider once, so that it is known to work. Then require it of everybody.',
    );
  if (chosen.length === 0)
    throw refusedChoice('Choose at least one owner who can come in when the provider fails.');
  for (const userId of chosen) {
    const member = await findMember(ctx, ctx.organizationId, userId);
    if (member?.role !== 'owner' || !member.hasSecondFactor)
      throw refusedChoice('Only owners with a second factor can come in without single sign-on.');
  }
}

function refusedChoice(detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: 'breakGlass', detail }]);
}

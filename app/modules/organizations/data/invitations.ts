import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';
import type { Role } from '../domain/role';

export interface InvitationRow {
  readonly invitationId: string;
  readonly organizationId: string;
  readonly email: string;
  readonly role: Role;
  readonly teamScope: string[];
  /** Null: the operator. */
  readonly invitedBy: string | null;
  readonly expiresAt: Date;
}

export interface OpenInvitation extends InvitationRow {
  readonly slug: string;
  readonly organizationName: string;
}

const columns = [
  'invitations.invitationId',
  'invitations.organizationId',
  'invitations.email',
  'invitations.role',
  'invitations.teamScope',
  'invitations.invitedBy',
  'invitations.expiresAt',
] as const;

/** Adds an invitation in place of one of the same address that has expired; false when one is still open. */
export async function insertInvitation(
  ctx: AuthContext,
  invitation: InvitationRow & { readonly tokenHash: string | null },
): Promise<boolean> {
  await ctx.tx
    .deleteFrom('invitations')
    .where('organizationId', '=', invitation.organizationId)
    .where(sql<boolean>`lower(email) = lower(${invitation.email})`)
    .where('expiresAt', '<=', ctx.now)
    .execute();
  const row = await ctx.tx
    .insertInto('invitations')
    .values({ ...invitation, createdAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitationId')
    .executeTakeFirst();
  return row !== undefined;
}

/** The invitation with this token that has not expired. */
export async function findInvitationByToken(
  ctx: AuthContext,
  tokenHash: string,
): Promise<OpenInvitation | undefined> {
  const row = await openInvitations(ctx).where('invitations.tokenHash', '=', tokenHash).executeTakeFirst();
  return row as OpenInvitation | undefined;
}

/** The invitation with this id that has not expired. */
export async function findInvitation(
  ctx: AuthContext,
  invitationId: string,
): Promise<OpenInvitation | undefined> {
  const row = await openInvitations(ctx)
    .where('invitations.invitationId', '=', invitationId)
    .executeTakeFirst();
  return row as OpenInvitation | undefined;
}

function openInvitations(ctx: AuthContext) {
  return ctx.tx
    .selectFrom('invitations')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'invitations.organizationId')
    .select(columns)
    .select(['organizationDirectory.slug', 'organizationDirectory.name as organizationName'])
    .where('invitations.expiresAt', '>', ctx.now);
}

/** Invitations that were not accepted, expired ones too, by address. */
export async function listInvitationRows(ctx: AuthContext, organizationId: string): Promise<InvitationRow[]> {
  const rows = await ctx.tx
    .selectFrom('invitations')
    .select(columns)
    .where('organizationId', '=', organizationId)
    .orderBy('email')
    .execute();
  return rows as InvitationRow[];
}

/** Deletes an invitation of the organization and gives it back: whoever gets it is the only one who does. */
export async function takeInvitation(
  ctx: AuthContext,
  organizationId: string,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  const row = await ctx.tx
    .deleteFrom('invitations')
    .where('organizationId', '=', organizationId)
    .where('invitationId', '=', invitationId)
    .returning(columns)
    .executeTakeFirst();
  return row as InvitationRow | undefined;
}

/** Gives an invitation another end and the hash of another token, or none until a letter is sent. */
export async function updateInvitation(
  ctx: AuthContext,
  invitationId: string,
  changed: { readonly expiresAt?: Date; readonly tokenHash: string | null },
): Promise<void> {
  await ctx.tx.updateTable('invitations').set(changed).where('invitationId', '=', invitationId).execute();
}

import type { AuthContext } from '#db/tenancy';

/** Notes that an organization is to be deleted; false when that was noted with this seal before or there is none. */
export async function updateDeleting(
  ctx: AuthContext,
  organizationId: string,
  seal: string,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('organizationDirectory')
    .set({ deletingSince: ctx.now, deletionSeal: seal })
    .where('organizationId', '=', organizationId)
    .where('deletionSeal', 'is distinct from', seal)
    .returning('organizationId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends all memberships of an organization; the ids of those who were members. */
export async function deleteAllMemberships(ctx: AuthContext, organizationId: string): Promise<string[]> {
  const rows = await ctx.tx
    .deleteFrom('memberships')
    .where('organizationId', '=', organizationId)
    .returning('userId')
    .execute();
  return rows.map((row) => row.userId);
}

/** Takes away everything else that opens an organization or sends letters about it. */
export async function deleteWaysIn(ctx: AuthContext, organizationId: string): Promise<void> {
  for (const table of ['apiTokens', 'invitations', 'mailQueue', 'ssoConnections', 'ssoIdentities'] as const)
    await ctx.tx.deleteFrom(table).where('organizationId', '=', organizationId).execute();
  await ctx.tx.deleteFrom('sessions').where('ssoOrganizationId', '=', organizationId).execute();
}

/** The ids of organizations that are to be deleted. */
export async function listDeletingIds(ctx: AuthContext): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('organizationDirectory')
    .select('organizationId')
    .where('deletingSince', 'is not', null)
    .orderBy('organizationId')
    .execute();
  return rows.map((row) => row.organizationId);
}

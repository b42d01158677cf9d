import type { TenantContext } from '#db/tenancy';

/** Takes the name of a user from the links to standards that they made. */
export async function updateLinkerName(ctx: TenantContext, userId: string, name: string): Promise<void> {
  await ctx.tx
    .updateTable('ownStandardLinks')
    .set({ linkedBy: name })
    .where('linkedByUser', '=', userId)
    .execute();
}

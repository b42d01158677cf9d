import type { TenantContext } from '#db/tenancy';

/** Ids of the people whom this one has rated, in any version; drafts and oneself are not among them. */
export async function listIdsRatedBy(ctx: TenantContext, raterId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select('employeeId')
    .distinct()
    .where('raterId', '=', raterId)
    .where('state', '!=', 'draft')
    .where('employeeId', '!=', raterId)
    .orderBy('employeeId')
    .execute();
  return rows.map((row) => row.employeeId);
}

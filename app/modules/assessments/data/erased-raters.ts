import type { TenantContext } from '#db/tenancy';

/** Puts another number in the place of a rater; the ids of those who were rated. */
export async function updateRater(
  ctx: TenantContext,
  raterId: string,
  replacement: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('assessments')
    .set({ raterId: replacement })
    .where('raterId', '=', raterId)
    .returning('employeeId')
    .execute();
  return [...new Set(rows.map((row) => row.employeeId))];
}

/** Takes the name of whoever added it from evidence about others. */
export async function updateEvidenceWithoutAuthor(ctx: TenantContext, employeeId: string): Promise<void> {
  await ctx.tx.updateTable('evidence').set({ addedBy: null }).where('addedBy', '=', employeeId).execute();
}

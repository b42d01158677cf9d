import type { TenantContext } from '#db/tenancy';

/** Every team the person was ever in, or will be. */
export async function listTeamsEverOf(ctx: TenantContext, employeeId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('employments')
    .select('teamId')
    .distinct()
    .where('employeeId', '=', employeeId)
    .execute();
  return rows.map((row) => row.teamId);
}

/** Takes the person out as manager of others, whatever the period; the ids of those others. */
export async function updateWithoutManager(ctx: TenantContext, managerId: string): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('employments')
    .set({ managerId: null })
    .where('managerId', '=', managerId)
    .returning('employeeId')
    .execute();
  return [...new Set(rows.map((row) => row.employeeId))];
}

/** Deletes the person with everything that is about them alone; whether there was one. */
export async function deleteEmployee(ctx: TenantContext, employeeId: string): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('employees')
    .where('employeeId', '=', employeeId)
    .returning('employeeId')
    .executeTakeFirst();
  return row !== undefined;
}

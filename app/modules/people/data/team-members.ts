import type { TenantContext } from '#db/tenancy';

/** Ids of everybody who is in one of these teams on a day, whatever their status. */
export async function listAnyStatusIds(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('employments')
    .select('employeeId')
    .distinct()
    .where('teamId', 'in', teamIds)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .execute();
  return rows.map((row) => row.employeeId);
}

import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Puts another number in the place of a person in the frozen facts of all releases; whether one holds the person. */
export async function updateReleasePerson(
  ctx: TenantContext,
  employeeId: string,
  replacement: string,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('releasePeople')
    .set({ employeeId: replacement })
    .where('employeeId', '=', employeeId)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** The same in the lists of people whom a stored cut left out. */
export async function updateCutPerson(
  ctx: TenantContext,
  employeeId: string,
  replacement: string,
): Promise<void> {
  await ctx.tx
    .updateTable('releaseCuts')
    .set({ cut: sql`replace(cut::text, ${employeeId}::text, ${replacement}::text)::jsonb` })
    .where(sql<boolean>`strpos(cut::text, ${employeeId}::text) > 0`)
    .execute();
}

/** Takes a person off the list of what is to be computed. */
export async function deleteDirtyPerson(ctx: TenantContext, employeeId: string): Promise<void> {
  await ctx.tx.deleteFrom('dirtyPeople').where('employeeId', '=', employeeId).execute();
}

/** Forgets which cuts a viewer was given. */
export async function deleteReleaseViewer(ctx: TenantContext, viewerKey: string): Promise<void> {
  await ctx.tx.deleteFrom('releaseViewers').where('viewerKey', '=', viewerKey).execute();
}

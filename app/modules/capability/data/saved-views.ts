import type { TenantContext } from '#db/tenancy';
import type { SavedView } from '../domain/saved-view';

const columns = ['viewId', 'name', 'search', 'shared', 'savedBy', 'savedAt'] as const;

/** Adds a view; false when its owner has one of the name. */
export async function insertSavedView(
  ctx: TenantContext,
  view: Omit<SavedView, 'savedAt'>,
): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('savedViews')
    .values({ ...view, savedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['organizationId', 'savedBy', 'name']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The user's own views and those that are shared, by name. */
export async function listSavedViewRows(ctx: TenantContext, userId: string): Promise<SavedView[]> {
  return ctx.tx
    .selectFrom('savedViews')
    .select(columns)
    .where((where) => where.or([where('savedBy', '=', userId), where('shared', '=', true)]))
    .orderBy('name')
    .orderBy('viewId')
    .execute();
}

/** One view by id, held until the transaction ends. */
export async function findSavedView(ctx: TenantContext, viewId: string): Promise<SavedView | undefined> {
  return ctx.tx
    .selectFrom('savedViews')
    .select(columns)
    .where('viewId', '=', viewId)
    .forUpdate()
    .executeTakeFirst();
}

/** Gives a view another name; false when its owner has another view of it. */
export async function renameSavedView(
  ctx: TenantContext,
  { viewId, savedBy }: Pick<SavedView, 'viewId' | 'savedBy'>,
  name: string,
): Promise<boolean> {
  const taken = await ctx.tx
    .selectFrom('savedViews')
    .select('viewId')
    .where('savedBy', '=', savedBy)
    .where('name', '=', name)
    .where('viewId', '<>', viewId)
    .executeTakeFirst();
  if (taken) return false;
  await ctx.tx.updateTable('savedViews').set({ name }).where('viewId', '=', viewId).execute();
  return true;
}

/** Removes a view. */
export async function deleteSavedView(ctx: TenantContext, viewId: string): Promise<void> {
  await ctx.tx.deleteFrom('savedViews').where('viewId', '=', viewId).execute();
}

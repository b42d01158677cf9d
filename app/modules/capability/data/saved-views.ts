import { sql } from 'kysely';
import { ERASED_USER } from '#db/forget-user';
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
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'savedBy', 'name'])
        .where('savedBy', '<>', sql.lit(ERASED_USER))
        .doNothing(),
    )
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

/** SQLSTATE of PostgreSQL. */
const UNIQUE_VIOLATION = '23505';

/**
 * Gives a view another name; false when its owner has another view of it, also since a moment ago: the transaction is
 * then at its end.
 */
export async function renameSavedView(ctx: TenantContext, viewId: string, name: string): Promise<boolean> {
  try {
    await ctx.tx.updateTable('savedViews').set({ name }).where('viewId', '=', viewId).execute();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}

/** Removes a view. */
export async function deleteSavedView(ctx: TenantContext, viewId: string): Promise<void> {
  await ctx.tx.deleteFrom('savedViews').where('viewId', '=', viewId).execute();
}

/** Removes the views that a user keeps for nobody else. */
export async function deletePrivateViews(ctx: TenantContext, userId: string): Promise<void> {
  await ctx.tx.deleteFrom('savedViews').where('savedBy', '=', userId).where('shared', '=', false).execute();
}

import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSavedViewRows } from '../data/saved-views';
import { keepsView, type SavedView } from '../domain/saved-view';

export interface ListedView extends SavedView {
  readonly isOwn: boolean;
  /** The reader may rename and delete it. */
  readonly keeps: boolean;
}

/** The views that the reader may open, by name: the own ones and those that are shared. */
export async function listSavedViews(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
): Promise<ListedView[]> {
  const rows = await listSavedViewRows(ctx, viewer.id);
  return rows.map((view) => ({
    ...view,
    isOwn: view.savedBy === viewer.id,
    keeps: keepsView(viewer, view),
  }));
}

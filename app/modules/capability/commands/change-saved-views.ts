import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import {
  deleteSavedView,
  findSavedView,
  insertSavedView,
  listSavedViewRows,
  renameSavedView,
} from '../data/saved-views';
import {
  keepsView,
  MOST_VIEW_SEARCH,
  MOST_VIEWS,
  opensView,
  type SavedView,
  viewName,
} from '../domain/saved-view';

type Keeper = Pick<Viewer, 'id' | 'role'>;

export interface ViewWish {
  readonly name: string;
  /** State of the page's address as heatmap-state.ts writes it. */
  readonly search: string;
  readonly shared: boolean;
}

/**
 * Keeps a view under a name. Gives its id.
 * @throws InvalidInput with the field, Conflict when the name is taken
 */
export async function saveView(ctx: TenantContext, viewer: Keeper, wish: ViewWish): Promise<string> {
  const name = viewName(wish.name);
  const { search, shared } = wish;
  if (search.length > MOST_VIEW_SEARCH) throw new InvalidInput('This view is too long to be kept.');
  const rows = await listSavedViewRows(ctx, viewer.id);
  if (rows.filter(({ savedBy }) => savedBy === viewer.id).length >= MOST_VIEWS)
    throw new Conflict(`You keep ${MOST_VIEWS} views; delete one first.`);
  const view = { viewId: v7(), name, search, shared, savedBy: viewer.id };
  if (!(await insertSavedView(ctx, view))) throw taken(name);
  record(ctx, view, 'saved');
  return view.viewId;
}

/** Gives a view another name. Throws NotFound, InvalidInput with the field, Conflict when the name is taken. */
export async function renameView(
  ctx: TenantContext,
  viewer: Keeper,
  wish: { readonly viewId: string; readonly name: string },
): Promise<void> {
  const view = await requireKept(ctx, viewer, wish.viewId);
  const name = viewName(wish.name);
  if (!(await renameSavedView(ctx, view.viewId, name))) throw taken(name);
  record(ctx, view, 'renamed');
}

/** Deletes a view. Throws NotFound. */
export async function deleteView(ctx: TenantContext, viewer: Keeper, viewId: string): Promise<void> {
  const view = await requireKept(ctx, viewer, viewId);
  await deleteSavedView(ctx, view.viewId);
  record(ctx, view, 'deleted');
}

async function requireKept(ctx: TenantContext, viewer: Keeper, viewId: string): Promise<SavedView> {
  const view = isUuid(viewId) ? await findSavedView(ctx, viewId) : undefined;
  if (!view || !opensView(viewer, view)) throw new NotFound('There is no such view.');
  if (!keepsView(viewer, view)) throw new InvalidInput('Whoever saved it, or an HR partner, can do that.');
  return view;
}

function taken(name: string): Conflict {
  return new Conflict(`There is a view named “${name}” already. Choose another name.`);
}

function record(
  ctx: TenantContext,
  { viewId, shared }: Pick<SavedView, 'viewId' | 'shared'>,
  what: 'saved' | 'renamed' | 'deleted',
): void {
  recordAudit(ctx, {
    action: 'view.change',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { view: viewId, what, shared },
  });
}

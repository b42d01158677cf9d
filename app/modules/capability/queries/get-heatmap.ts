import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { NotFound } from '~/shared/errors';
import { findCapabilityState } from '../data/capability-state';
import { countDirty } from '../data/dirty-lists';
import type { HeatmapRowView, HeatmapView } from '../domain/heatmap-view';
import { subtreeOf } from '../domain/subtree';
import { getMethod, type Method } from './get-method';
import { getReleaseCut, type ReleasedFor, type ReleasedView } from './get-release-cut';
import { getViewerAccess, type ViewerAccess } from './get-viewer-access';
import { listLiveRows } from './live-rows';
import { listPersonRows, type PersonPage } from './person-rows';
import { releasedRowViews } from './released-row-views';

export interface HeatmapQuery {
  readonly viewer: Viewer;
  readonly reach: Reach;
  /** null: the top teams. */
  readonly parentId: string | null;
  readonly rows: 'team' | 'person';
  /** Of the people rows: only those directly in the parent, not in its subtree. */
  readonly directOnly?: boolean;
  readonly limit: number;
  readonly after: string | null;
}

export interface Heatmap extends HeatmapView {
  readonly timeZone: string;
  /** The viewer's released figures, or the newest of them, are not there yet: the worker is at it. */
  readonly preparing: boolean;
  /** Where the next page of people begins. */
  readonly next: string | null;
}

/** The heatmap beneath a team as this viewer may see it: live rows where access allows, released rows elsewhere. */
export async function getHeatmap(ctx: TenantContext, query: HeatmapQuery): Promise<Heatmap> {
  const method = await getMethod(ctx);
  const state = await findCapabilityState(ctx);
  const asOf = state?.asOf ?? method.today;
  const access = await getViewerAccess(ctx, { viewer: query.viewer, reach: query.reach, day: asOf });
  const place = placeIn(access.tree, query.parentId);
  const { released, preparing } =
    access.everything || query.rows === 'person'
      ? NOTHING_RELEASED
      : await getReleaseCut(ctx, {
          viewer: query.viewer,
          day: method.today,
          individual: access.individual,
          suppressionK: method.constants.suppressionK,
        });
  const canSeePeople = query.parentId === null ? access.everything : access.liveTeams.has(query.parentId);
  const scene: Scene = { query, method, asOf, access, released, place };
  const { rows, next } =
    query.rows === 'person'
      ? await personRows(ctx, scene, canSeePeople)
      : { rows: await teamRows(ctx, scene), next: null };
  return {
    asOf,
    computedAt: state?.computedAt.toISOString() ?? null,
    pending: (await countDirty(ctx)) > 0,
    preparing,
    release:
      released && rows.some((row) => row.released)
        ? { id: released.release.releaseId, asOf: released.release.asOf }
        : null,
    parent: place.parent,
    rows,
    canSeePeople,
    timeZone: method.timeZone,
    next,
  };
}

const NOTHING_RELEASED: ReleasedFor = { released: null, preparing: false };

interface Scene {
  readonly query: HeatmapQuery;
  readonly method: Method;
  readonly asOf: string;
  readonly access: ViewerAccess;
  readonly released: ReleasedView | null;
  readonly place: Place;
}

interface Place {
  readonly parent: HeatmapView['parent'];
  readonly node: TeamNode | null;
  readonly children: readonly TeamNode[];
}

async function teamRows(
  ctx: TenantContext,
  { method, asOf, access, released, place }: Scene,
): Promise<HeatmapRowView[]> {
  const parents = new Set(access.tree.map((team) => team.parentId));
  const hasChildren = (teamId: string) => parents.has(teamId);
  const live = { asOf, constants: method.constants, hasChildren };
  const liveChildren = place.children.filter((team) => access.liveTeams.has(team.teamId));
  const groups = await listLiveRows(ctx, { ...live, teams: liveChildren, rowKind: 'group' });
  const own = place.node && access.liveTeams.has(place.node.teamId) ? [place.node] : [];
  const direct = await listLiveRows(ctx, { ...live, teams: own, rowKind: 'direct' });
  const parentId = place.parent?.id ?? null;
  const shown = released ? releasedRowViews(released, parentId, hasChildren) : [];
  const isLive = (row: HeatmapRowView) =>
    access.liveTeams.has(row.kind === 'direct' ? (parentId ?? '') : row.id);
  const elsewhere = shown.filter((row) => !isLive(row));
  const byName = (a: HeatmapRowView, b: HeatmapRowView) => (a.name < b.name ? -1 : 1);
  const all = [...groups, ...elsewhere.filter((row) => row.kind === 'group')].sort(byName);
  return [...all, ...direct, ...elsewhere.filter((row) => row.kind === 'direct')];
}

async function personRows(ctx: TenantContext, { query, method, asOf, access }: Scene, allowed: boolean) {
  if (!allowed) throw new NotFound('There is no list of people here for your role.');
  const { parentId } = query;
  const below = parentId === null ? access.liveTeams : subtreeOf(access.tree, [parentId]);
  const teamIds = parentId !== null && query.directOnly ? [parentId] : below;
  const { limit, after } = query;
  const page = await listPersonRows(ctx, {
    teamIds: [...teamIds],
    asOf,
    constants: method.constants,
    limit,
    after,
  });
  notePeople(ctx, query, { asOf, page });
  return page;
}

/** A whole list is noted by its team and day, a part of a list by its people. */
function notePeople(
  ctx: TenantContext,
  { viewer, reach, parentId, directOnly = false, after }: HeatmapQuery,
  { asOf, page }: { readonly asOf: string; readonly page: PersonPage },
): void {
  if (page.rows.length === 0) return;
  const scope =
    after === null && page.next === null
      ? ({ kind: 'team', team: parentId, direct: parentId !== null && directOnly, asOf } as const)
      : ({ kind: 'people', team: parentId, people: page.rows.map((row) => row.id) } as const);
  noteView(ctx, { viewer, reach, scope });
}

/** The team asked for with the way to it and its child teams. Throws NotFound for an unknown team. */
function placeIn(tree: readonly TeamNode[], parentId: string | null): Place {
  const children = tree.filter((team) => team.parentId === parentId);
  if (parentId === null) return { parent: null, node: null, children };
  const byId = new Map(tree.map((team) => [team.teamId, team]));
  const node = byId.get(parentId);
  if (!node) throw new NotFound('There is no such team.');
  const path: { id: string; name: string }[] = [];
  for (let at: TeamNode | undefined = node; at; at = at.parentId ? byId.get(at.parentId) : undefined) {
    path.unshift({ id: at.teamId, name: at.name });
  }
  return { parent: { id: node.teamId, name: node.name, path }, node, children };
}

import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { InvalidInput, NotFound } from '~/shared/errors';
import { findCapabilityState } from '../data/capability-state';
import { type HeatmapFilter, type HeatmapRows, isFiltered, NO_FILTER } from '../domain/heatmap-filter';
import type { HeatmapRowView, HeatmapView } from '../domain/heatmap-view';
import { BY_NAME, type PeopleOrder } from '../domain/people-order';
import { closeWaitingRows } from './close-waiting-rows';
import { sumGroups } from './counted-groups';
import { type GroupCounter, listCountedRows } from './counted-rows';
import { figuresMoment } from './figures-moment';
import { getMethod, type Method } from './get-method';
import { getReleaseCut, type ReleasedFor, type ReleasedView } from './get-release-cut';
import { getViewerAccess, type ViewerAccess } from './get-viewer-access';
import { type Place, placeIn } from './heatmap-place';
import { selectFigures } from './heatmap-selection';
import { listLiveRows } from './live-rows';
import { sumPastGroups } from './past-groups';
import { getPersonPage, type PersonPage } from './person-page';
import { releasedRowViews } from './released-row-views';

export interface HeatmapQuery {
  readonly viewer: Viewer;
  readonly reach: Reach;
  /** null: the top teams; of other rows: everywhere. */
  readonly parentId: string | null;
  readonly rows: HeatmapRows;
  readonly filter?: HeatmapFilter;
  /** A day that is over; null: the day of the stored figures. */
  readonly asOf?: string | null;
  /** Of the people rows: only those directly in the parent, not in its subtree. */
  readonly directOnly?: boolean;
  readonly limit: number;
  /** Of the people rows: where the page begins, as `next` of the one before, or at a row. */
  readonly after: string | null;
  readonly offset?: number;
  readonly order?: PeopleOrder;
}

export interface Heatmap extends HeatmapView {
  readonly timeZone: string;
  /** The viewer's released figures, or the newest of them, are not there yet: the worker is at it. */
  readonly preparing: boolean;
  /** Where the next page of people begins. */
  readonly next: string | null;
  /** How many people the people rows have. */
  readonly total: number | null;
  /** The viewer reads released figures only, which are kept by team and for no part of a team (method.md 9.2). */
  readonly onlyByTeam: boolean;
  /** Only the viewer's own teams are counted: elsewhere figures are released by team, without filters. */
  readonly ownTeamsOnly: boolean;
  /** The organization's day. */
  readonly today: string;
  /** A filter narrows who is counted. */
  readonly filtered: boolean;
  /** Of a trend: the earlier day; whether its levels are those kept then; whether there are too many and no day is kept. */
  readonly since?: string | undefined;
  readonly monthEnd?: boolean | undefined;
  readonly tooMany?: boolean | undefined;
  /** Computed now for a day that is over. */
  readonly past: boolean;
  /** The first figures of the organization are computed. */
  readonly isComputed: boolean;
  /** Figures of small groups are closed: ratings of some of their people are not open to the viewer yet. */
  readonly closesSmall: boolean;
  /** People stand by name although another order was asked for: it would tell of ratings not open to the viewer yet. */
  readonly byNameOnly: boolean;
}

/**
 * The heatmap as this viewer may see it on a day: live rows where access allows, released rows elsewhere. Rows other
 * than teams, and filters, count people one by one and so only those whom the viewer sees live: a second partition of
 * released people would tell single ones apart (method.md 9.2).
 *
 * @param known the scene of the same query, where it was set before
 */
export async function getHeatmap(ctx: TenantContext, query: HeatmapQuery, known?: Scene): Promise<Heatmap> {
  const scene = known ?? (await sceneOf(ctx, query));
  const { method, state, asOf, access, place, isPast } = scene;
  const isNarrow = isNarrowed(scene);
  const { released, preparing } = await releasedOf(ctx, scene);
  const canSeePeople = query.parentId === null ? access.everything : access.liveTeams.has(query.parentId);
  const onlyByTeam = isNarrow && query.rows !== 'person' && access.liveTeams.size === 0;
  const { rows, next, total, byNameOnly = false } = await rowsOf(ctx, scene, { released, canSeePeople });
  return {
    ...(await figuresMoment(ctx, {
      ...{ state, released, preparing, liveDay: asOf, otherwise: query.asOf ?? method.today },
      seesLive: access.everything || access.liveTeams.size > 0,
    })),
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
    total,
    onlyByTeam,
    ownTeamsOnly: isNarrow && !access.everything && !onlyByTeam,
    today: method.today,
    filtered: isFiltered(scene.filter),
    past: isPast,
    byNameOnly,
    closesSmall: rows.some((row) => row.waits && row.cells.some((cell) => cell.suppressed)),
  };
}

const NOTHING_RELEASED: ReleasedFor = { released: null, preparing: false };

function isNarrowed({ query, filter }: Pick<Scene, 'query' | 'filter'>): boolean {
  return query.rows !== 'team' || isFiltered(filter);
}

/** What of a release the viewer reads in the scene: nothing beside figures of everybody, and for no part of a team. */
export async function releasedOf(
  ctx: TenantContext,
  { query, filter, method, asOf, isPast, access }: Scene,
): Promise<ReleasedFor> {
  if (access.everything || isNarrowed({ query, filter })) return NOTHING_RELEASED;
  return getReleaseCut(ctx, {
    viewer: query.viewer,
    day: isPast ? asOf : method.today,
    individual: access.individual,
    suppressionK: method.constants.suppressionK,
  });
}

export interface Scene {
  readonly query: HeatmapQuery;
  readonly filter: HeatmapFilter;
  readonly method: Method;
  readonly state: Awaited<ReturnType<typeof findCapabilityState>>;
  readonly asOf: string;
  readonly isPast: boolean;
  readonly access: ViewerAccess;
  readonly place: Place;
}

/** What any answer about the heatmap begins with. Throws NotFound for an unknown team, InvalidInput for a day to come. */
export async function sceneOf(ctx: TenantContext, query: HeatmapQuery): Promise<Scene> {
  const { viewer, reach, asOf: asked = null, filter = NO_FILTER } = query;
  const method = await getMethod(ctx);
  const state = await findCapabilityState(ctx);
  const kept = state?.asOf ?? method.today;
  if (asked !== null && asked > method.today) {
    const detail = `is a day to come (today is ${method.today}).`;
    throw new InvalidInput('The query is not right.', [{ pointer: 'asOf', detail }]);
  }
  const isPast = asked !== null && asked < kept;
  const asOf = isPast ? asked : kept;
  const access = await getViewerAccess(ctx, { viewer, reach, day: asOf });
  return { query, filter, method, state, asOf, isPast, access, place: placeIn(access.tree, query.parentId) };
}

interface Shown {
  readonly released: ReleasedView | null;
  readonly canSeePeople: boolean;
}

async function rowsOf(
  ctx: TenantContext,
  scene: Scene,
  { released, canSeePeople }: Shown,
): Promise<PersonPage> {
  const { query, filter, isPast, access, place } = scene;
  if (query.rows === 'person') return personRows(ctx, scene, canSeePeople);
  const parents = new Set(access.tree.map((team) => team.parentId));
  const hasChildren = (teamId: string) => parents.has(teamId);
  const isStored = query.rows === 'team' && !isFiltered(filter) && !isPast;
  const counted = isStored ? await storedRows(ctx, scene, hasChildren) : await countedRows(ctx, scene);
  const live = await closeWaitingRows(ctx, scene, {
    rows: counted,
    readable: () => readableToday(ctx, scene),
  });
  if (query.rows !== 'team') return { rows: live, next: null, total: null };
  const parentId = place.parent?.id ?? null;
  const isLive = (row: HeatmapRowView) =>
    access.liveTeams.has(row.kind === 'direct' ? (parentId ?? '') : row.id);
  const shown = released ? releasedRowViews(released, parentId, hasChildren) : [];
  const elsewhere = shown.filter((row) => !isLive(row));
  const byName = (a: HeatmapRowView, b: HeatmapRowView) => (a.name < b.name ? -1 : 1);
  const ofKind = (kind: HeatmapRowView['kind']) => [...live, ...elsewhere].filter((row) => row.kind === kind);
  return { rows: [...ofKind('group').sort(byName), ...ofKind('direct')], next: null, total: null };
}

async function storedRows(
  ctx: TenantContext,
  { method, asOf, access, place }: Scene,
  hasChildren: (teamId: string) => boolean,
): Promise<HeatmapRowView[]> {
  const live = { asOf, constants: method.constants, hasChildren };
  const liveChildren = place.children.filter((team) => access.liveTeams.has(team.teamId));
  const groups = await listLiveRows(ctx, { ...live, teams: liveChildren, rowKind: 'group' });
  const own = place.node && access.liveTeams.has(place.node.teamId) ? [place.node] : [];
  return [...groups, ...(await listLiveRows(ctx, { ...live, teams: own, rowKind: 'direct' }))];
}

/** Rows counted from people, of today's compact rows or of a day that is over; none where nobody is seen live. */
async function countedRows(ctx: TenantContext, scene: Scene): Promise<HeatmapRowView[]> {
  const { query, filter, method, asOf, access, place } = scene;
  if (query.rows === 'person' || access.liveTeams.size === 0) return [];
  const own = place.node && access.liveTeams.has(place.node.teamId) ? place.node : null;
  return listCountedRows(ctx, {
    rows: query.rows,
    selection: selectFigures({ access, parentId: query.parentId, filter }),
    own,
    children: place.children.filter((team) => access.liveTeams.has(team.teamId)),
    tree: access.tree,
    asOf,
    constants: method.constants,
    count: await counterOf(ctx, scene),
  });
}

async function counterOf(ctx: TenantContext, scene: Scene): Promise<GroupCounter> {
  const { method, asOf, isPast } = scene;
  if (!isPast) return (selection, grouping) => sumGroups(ctx, { selection, grouping });
  const day = { method, asOf, readable: await readableToday(ctx, scene) };
  return (selection, grouping) => sumPastGroups(ctx, { selection, grouping }, day);
}

/** Teams whose people the viewer may read as of today; null: all. */
export async function readableToday(
  ctx: TenantContext,
  { query, method, access }: Scene,
): Promise<string[] | null> {
  if (access.everything) return null;
  const { viewer, reach } = query;
  return [...(await getViewerAccess(ctx, { viewer, reach, day: method.today })).liveTeams];
}

async function personRows(ctx: TenantContext, scene: Scene, allowed: boolean): Promise<PersonPage> {
  if (!allowed) throw new NotFound('There is no list of people here for your role.');
  const { query, filter, method, asOf, isPast, access } = scene;
  const { parentId, directOnly = false, limit, after, offset = 0, order = BY_NAME } = query;
  const page = await getPersonPage(ctx, {
    viewer: query.viewer,
    selection: selectFigures({ access, parentId, directOnly, filter }),
    ...{ method, asOf, isPast, limit, after, offset, order },
    readable: isPast ? await readableToday(ctx, scene) : null,
    counted: after === null,
  });
  notePeople(ctx, scene, page);
  return page;
}

/** A whole list is noted by its team and day, a part of a list by its people. */
function notePeople(ctx: TenantContext, { query, filter, asOf }: Scene, { rows, total }: PersonPage): void {
  if (rows.length === 0) return;
  const { viewer, reach, parentId, directOnly = false } = query;
  const scope =
    rows.length === total && !isFiltered(filter)
      ? ({ kind: 'team', team: parentId, direct: parentId !== null && directOnly, asOf } as const)
      : ({ kind: 'people', team: parentId, people: rows.map((row) => row.id) } as const);
  noteView(ctx, { viewer, reach, scope });
}

import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsAbout, mayMeetBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listPeopleIdsOfTeams } from '~/modules/people/queries/list-people-ids-of-teams';
import { listSites } from '~/modules/people/queries/list-sites';
import { NotFound } from '~/shared/errors';
import { countReadinessMoves } from '../../data/readiness-moves';
import type { ExposureOf } from '../../domain/ai-readiness/readiness-change';
import {
  type ReadinessOfRow,
  readinessByRow,
  readinessOf,
} from '../../domain/ai-readiness/readiness-of-moves';
import type { LiveReadinessRow, ReadinessRows } from '../../domain/ai-readiness/readiness-view';
import { subtreeOf } from '../../domain/subtree';
import { closeReadiness, isReadinessClosed } from '../../domain/waiting-figures';
import type { ViewerAccess } from '../get-viewer-access';
import { titlesOf } from '../titles-of';
import { exposureAt, exposuresNow } from './exposure-at';
import type { Moments } from './readiness-moments';

export interface LiveQuestion {
  readonly viewer: Viewer;
  readonly access: ViewerAccess;
  readonly moments: Moments;
  readonly rows: ReadinessRows;
  readonly teamId: string | null;
  readonly siteId: string | null;
  /** Day of the stored figures. */
  readonly today: string;
  readonly suppressionK: number;
}

export interface LiveReadiness {
  /** Everybody in scope. */
  readonly total: LiveReadinessRow;
  readonly rows: readonly LiveReadinessRow[];
  /** Day that figures are compared with; null: nothing was released before. */
  readonly since: string | null;
  /** Release of the exposure data; null: none is loaded. */
  readonly exposureRelease: string | null;
  /** Teams that the scope is; null: everybody. */
  readonly teamIds: readonly string[] | null;
  /** Whom the figures are of at most; null: everybody. */
  readonly peopleIds: readonly string[] | null;
  /** Ids of those who have ratings that the viewer does not read yet. */
  readonly waiting: readonly string[];
}

/** AI-readiness of the people whom the viewer sees live, in rows. Throws NotFound for a team that is not among them. */
export async function liveReadiness(ctx: TenantContext, question: LiveQuestion): Promise<LiveReadiness> {
  const { access, moments, rows, teamId, siteId } = question;
  const { before, after } = moments;
  const teamIds = teamsInScope(access, teamId);
  const places = rows === 'team' ? teamPlaces(access, teamId) : [];
  const { peopleIds, waiting } = await readablePeople(ctx, question);
  const asked = {
    ...{ before, after, rows, teamIds, siteId },
    rowOfTeam: new Map(places.flatMap(({ id, teams }) => teams.map((team) => [team, id]))),
  };
  const moves = await countReadinessMoves(ctx, { ...asked, peopleIds });
  const waits = waiting.length === 0 ? [] : await countReadinessMoves(ctx, { ...asked, peopleIds: waiting });
  const socs = moves.flatMap((move) => [move.before?.soc ?? null, move.after?.soc ?? null]);
  const now = await exposuresNow(ctx, socs);
  const exposure = {
    before: await exposureAt(ctx, before ?? after, now),
    after: await exposureAt(ctx, after, now),
  };
  const found = readinessByRow(moves, exposure);
  const waitsIn = readinessByRow(waits, exposure);
  const closed = (row: LiveReadinessRow, isWaiting: boolean) =>
    isWaiting ? closeReadiness(row, question.suppressionK) : row;
  const names = await namesOf(ctx, question, { places, keys: [...found.keys()] });
  return {
    total: closed(
      { ...liveRow(null, 'Everybody', readinessOf(moves, exposure)), exposure: null },
      waits.length > 0,
    ),
    rows: [...found]
      .map(([key, row]) => {
        const own = rows === 'occupation' && key !== null ? shownExposure(key, exposure.after, now) : null;
        return closed({ ...liveRow(key, names(key), row), exposure: own }, waitsIn.has(key));
      })
      .sort(byName),
    since: before?.day ?? null,
    exposureRelease: moments.exposureRelease ?? now.release,
    teamIds,
    peopleIds,
    waiting,
  };
}

/** Whom the viewer waits for among the people seen live today, and whether the page's total is closed for it. */
export async function liveTotalState(
  ctx: TenantContext,
  question: Pick<LiveQuestion, 'viewer' | 'access' | 'today' | 'suppressionK'>,
): Promise<{ readonly waits: boolean; readonly isClosed: boolean }> {
  const after = { kind: 'stored', day: question.today } as const;
  const { peopleIds, waiting } = await readablePeople(ctx, question);
  if (waiting.length === 0) return { waits: false, isClosed: false };
  const moves = await countReadinessMoves(ctx, {
    ...{ before: null, after, rows: 'team', rowOfTeam: new Map(), siteId: null, peopleIds },
    teamIds: teamsInScope(question.access, null),
  });
  const nobody: ExposureOf = () => null;
  const { sums } = readinessOf(moves, { before: nobody, after: nobody });
  return { waits: true, isClosed: isReadinessClosed(sums, question.suppressionK) };
}

/** Whom the viewer may read as of today, whatever was frozen (null: everybody), and whom the viewer waits for. */
async function readablePeople(
  ctx: TenantContext,
  { viewer, access, today }: Pick<LiveQuestion, 'viewer' | 'access' | 'today'>,
): Promise<{ readonly peopleIds: readonly string[] | null; readonly waiting: readonly string[] }> {
  if (access.everything) return { peopleIds: null, waiting: [] };
  const peopleIds = await listPeopleIdsOfTeams(ctx, [...access.liveTeams], today);
  if (!(await mayMeetBlindRatings(ctx, viewer))) return { peopleIds, waiting: [] };
  const ratings = await listBlindRatingsAbout(ctx, viewer, peopleIds);
  return { peopleIds, waiting: [...new Set(ratings.map(({ employeeId }) => employeeId))] };
}

/** By name, then id: the database gives groups in no order. */
const byName = (a: Named, b: Named): number =>
  a.name === b.name ? ((a.id ?? '') < (b.id ?? '') ? -1 : 1) : a.name < b.name ? -1 : 1;

interface Named {
  readonly id: string | null;
  readonly name: string;
}

const liveRow = (id: string | null, name: string, row: ReadinessOfRow) =>
  ({ suppressed: false, released: false, id, name, ...row }) as const;

function shownExposure(
  soc: string,
  weightOf: ExposureOf,
  now: { readonly bySoc: ReadonlyMap<string, { readonly inheritedFrom: string | null }> },
): LiveReadinessRow['exposure'] {
  const weight = weightOf(soc);
  return {
    exposure: weight === null ? null : weight / 10_000,
    inheritedFrom: now.bySoc.get(soc)?.inheritedFrom ?? null,
  };
}

/** The teams whose people count; null where the viewer sees everybody and asks for no team. */
function teamsInScope(access: ViewerAccess, teamId: string | null): string[] | null {
  if (teamId === null) return access.everything ? null : [...access.liveTeams];
  if (!access.liveTeams.has(teamId)) throw new NotFound('There is no such team here for your role.');
  return [...subtreeOf(access.tree, [teamId])];
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
}

/** The rows beneath a team: its child teams with all beneath them, and the people directly in it. */
function teamPlaces({ tree, liveTeams }: ViewerAccess, teamId: string | null): Place[] {
  const isChild = (team: TeamNode) =>
    teamId === null ? team.parentId === null || !liveTeams.has(team.parentId) : team.parentId === teamId;
  const children = tree.filter((team) => liveTeams.has(team.teamId) && isChild(team));
  const own = tree.filter((team) => team.teamId === teamId);
  return [
    ...children.map((team) => ({
      id: team.teamId,
      name: team.name,
      teams: [...subtreeOf(tree, [team.teamId])],
    })),
    ...own.map((team) => ({
      id: `direct:${team.teamId}`,
      name: `Directly in ${team.name}`,
      teams: [team.teamId],
    })),
  ];
}

async function namesOf(
  ctx: TenantContext,
  { rows, moments }: LiveQuestion,
  { places, keys }: { readonly places: readonly Place[]; readonly keys: readonly (string | null)[] },
): Promise<(key: string | null) => string> {
  const known = new Map(places.map(({ id, name }) => [id, name]));
  if (rows === 'site')
    for (const { siteId, name } of await listSites(ctx, moments.after.day)) known.set(siteId, name);
  if (rows === 'occupation')
    for (const [soc, title] of Object.entries(await titlesOf(ctx, keys))) known.set(soc, title);
  const none = { occupation: 'No confirmed occupation', team: 'Teams of then', site: 'No site' }[rows];
  return (key) => (key === null ? none : (known.get(key) ?? key));
}

import type { TenantContext } from '#db/tenancy';
import { listBlindRatingsAbout } from '~/modules/assessments/queries/list-blind-ratings';
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
import type { GroupReadiness } from '../../domain/ai-readiness/readiness-sums';
import type { LiveReadinessRow, ReadinessRows } from '../../domain/ai-readiness/readiness-view';
import { subtreeOf } from '../../domain/subtree';
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
  /** People of the viewer's teams who are not counted: ratings of them are not open to the viewer yet. */
  readonly leftOut: number;
  /** Whom the figures are of at most; null: everybody. */
  readonly peopleIds: readonly string[] | null;
}

/** AI-readiness of the people whom the viewer sees live, in rows. Throws NotFound for a team that is not among them. */
export async function liveReadiness(ctx: TenantContext, question: LiveQuestion): Promise<LiveReadiness> {
  const { access, moments, rows, teamId, siteId } = question;
  const { before, after } = moments;
  const teamIds = teamsInScope(access, teamId);
  const places = rows === 'team' ? teamPlaces(access, teamId) : [];
  const { peopleIds, leftOut } = await readablePeople(ctx, question);
  const moves = await countReadinessMoves(ctx, {
    ...{ before, after, rows, teamIds, siteId, peopleIds },
    rowOfTeam: new Map(places.flatMap(({ id, teams }) => teams.map((team) => [team, id]))),
  });
  const socs = moves.flatMap((move) => [move.before?.soc ?? null, move.after?.soc ?? null]);
  const now = await exposuresNow(ctx, socs);
  const exposure = {
    before: await exposureAt(ctx, before ?? after, now),
    after: await exposureAt(ctx, after, now),
  };
  const found = readinessByRow(moves, exposure);
  const names = await namesOf(ctx, question, { places, keys: [...found.keys()] });
  return {
    total: { ...liveRow(null, 'Everybody', readinessOf(moves, exposure)), exposure: null },
    rows: [...found]
      .map(([key, row]) => ({
        ...liveRow(key, names(key), row),
        exposure: rows === 'occupation' && key !== null ? shownExposure(key, exposure.after, now) : null,
      }))
      .sort(byName),
    since: before?.day ?? null,
    exposureRelease: moments.exposureRelease ?? now.release,
    teamIds,
    leftOut,
    peopleIds,
  };
}

/**
 * The sums of whom the viewer sees live today, as the page's total has them, where ratings of some are not open to the
 * viewer yet; null where nobody is left out: the stored sums of the teams are of everybody.
 */
export async function liveTotalWithoutBlind(
  ctx: TenantContext,
  question: Pick<LiveQuestion, 'viewer' | 'access' | 'today'>,
): Promise<GroupReadiness | null> {
  const after = { kind: 'stored', day: question.today } as const;
  const { peopleIds, leftOut } = await readablePeople(ctx, question);
  if (leftOut === 0) return null;
  const moves = await countReadinessMoves(ctx, {
    ...{ before: null, after, rows: 'team', rowOfTeam: new Map(), siteId: null, peopleIds },
    teamIds: teamsInScope(question.access, null),
  });
  const nobody: ExposureOf = () => null;
  return readinessOf(moves, { before: nobody, after: nobody }).sums;
}

/** Whom the viewer may read as of today, whatever was frozen; null: everybody. */
async function readablePeople(
  ctx: TenantContext,
  { viewer, access, today }: Pick<LiveQuestion, 'viewer' | 'access' | 'today'>,
): Promise<{ readonly peopleIds: readonly string[] | null; readonly leftOut: number }> {
  if (access.everything) return { peopleIds: null, leftOut: 0 };
  const ids = await listPeopleIdsOfTeams(ctx, [...access.liveTeams], today);
  const ratings = await listBlindRatingsAbout(ctx, viewer, ids);
  const blind = new Set(ratings.map(({ employeeId }) => employeeId));
  return { peopleIds: ids.filter((id) => !blind.has(id)), leftOut: blind.size };
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

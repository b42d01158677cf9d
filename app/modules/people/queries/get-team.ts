import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { NotFound } from '~/shared/errors';
import {
  countPeopleByTeam,
  listManagersOfTeam,
  listPeopleInTeam,
  type PersonInTeam,
  type TeamManager,
} from '../data/team-people';
import { listTeamPlaces } from '../data/teams';
import { isDetailed } from '../domain/directory-scope';
import { sumOf } from '../domain/sight-changes';
import { teamRevision } from '../domain/team-revision';
import { plannedDays, timelineOf } from '../domain/team-timeline';
import { type TeamNode, type TeamPlace, teamTree } from '../domain/team-tree';
import { teamsInReach } from './teams-in-reach';

const MOST_PEOPLE = 50;

/** A time in which the team stood under another one; null parent: at the top. */
export interface TeamPeriod {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly parent: { readonly teamId: string; readonly name: string } | null;
}

export interface TeamDetail {
  readonly teamId: string;
  readonly name: string;
  /** The path on the day; null when the team is not open then. */
  readonly path: string | null;
  readonly parentId: string | null;
  readonly periods: readonly TeamPeriod[];
  /** Days to come on which the team moves, closes or comes back. */
  readonly planned: readonly string[];
  readonly children: readonly { readonly teamId: string; readonly name: string }[];
  readonly direct: number;
  /** With all teams beneath. */
  readonly people: number;
  /** The first people directly in it. */
  readonly members: readonly PersonInTeam[];
  readonly managers: readonly TeamManager[];
  readonly revision: string;
}

/**
 * One team on a day: its place, its history, who is in it. Throws NotFound for a team that is not there, or not within
 * the viewer's reach on the day; who reads all teams reads closed ones too. Whoever meets only colleagues is not told
 * what is planned.
 */
export async function getTeam(
  ctx: TenantContext,
  question: {
    readonly viewer: Viewer;
    readonly reach: Reach;
    readonly teamId: string;
    readonly asOf: string;
  },
): Promise<TeamDetail> {
  const { reach, teamId, asOf } = question;
  const places = await listTeamPlaces(ctx);
  const tree = teamTree(places, asOf);
  const reached = await teamsInReach(ctx, { ...question, tree });
  const known = places.find((place) => place.teamId === teamId);
  if (!known || (reach !== 'all' && !reached.some((team) => team.teamId === teamId)))
    throw new NotFound('There is no such team in this organization.');
  const here = tree.find((team) => team.teamId === teamId);
  const direct = await countPeopleByTeam(ctx, asOf);
  return {
    teamId,
    name: known.name,
    path: here?.path ?? null,
    parentId: here?.parentId ?? null,
    periods: isDetailed(reach) ? periodsOf(places, teamId) : begunBy(periodsOf(places, teamId), asOf),
    planned: isDetailed(reach) ? plannedDays(timelineOf(places, teamId), asOf) : [],
    children: childrenOf(reached, teamId),
    direct: direct.get(teamId) ?? 0,
    people: sumOf(reached, direct, teamId),
    members: await listPeopleInTeam(ctx, teamId, { day: asOf, limit: MOST_PEOPLE }),
    managers: await listManagersOfTeam(ctx, teamId, asOf),
    revision: teamRevision(places, [teamId]),
  };
}

function periodsOf(places: readonly TeamPlace[], teamId: string): TeamPeriod[] {
  const names = new Map(places.map((place) => [place.teamId, place.name]));
  return timelineOf(places, teamId)
    .map(({ validFrom, validTo, facts: { parentId } }) => ({
      validFrom,
      validTo,
      parent: parentId === null ? null : { teamId: parentId, name: names.get(parentId) ?? '' },
    }))
    .reverse();
}

/** The periods up to a day, the last of them as if it did not end. */
function begunBy(periods: readonly TeamPeriod[], day: string): TeamPeriod[] {
  return periods
    .filter(({ validFrom }) => validFrom <= day)
    .map((period) =>
      period.validTo !== null && period.validTo > day ? { ...period, validTo: null } : period,
    );
}

function childrenOf(tree: readonly TeamNode[], teamId: string) {
  return tree
    .filter(({ parentId }) => parentId === teamId)
    .map((team) => ({ teamId: team.teamId, name: team.name }));
}

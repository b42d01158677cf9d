import type { TenantContext } from '#db/tenancy';
import { countPeopleByTeam } from '../data/team-people';
import { listTeamPlaces } from '../data/teams';
import { changeDayFault } from '../domain/change-day';
import { type ScopeHolder, type SightChanges, sightChanges, sumOf } from '../domain/sight-changes';
import { teamFault } from '../domain/team-faults';
import { teamRevision } from '../domain/team-revision';
import { movedFrom, timelineOf } from '../domain/team-timeline';
import { subtreeTeamIds, teamTree } from '../domain/team-tree';

export interface MovePreview {
  /** Why it cannot be; null when it can. */
  readonly fault: string | null;
  /** The path on the day, before and after. */
  readonly before: string;
  readonly after: string | null;
  /** The day on which a change that is planned already takes over; null: none. */
  readonly until: string | null;
  /** Teams that move with it, itself counted, and the people in them on the day. */
  readonly teams: number;
  readonly people: number;
  readonly sight: SightChanges;
  readonly revision: string;
}

/** What a move of a team would change, before it is done; null for teams that are not there. */
export async function previewTeamMove(
  ctx: TenantContext,
  question: {
    readonly teamId: string;
    readonly parentId: string | null;
    readonly from: string;
    readonly today: string;
    /** Members and tokens with a team scope. */
    readonly holders: readonly ScopeHolder[];
  },
): Promise<MovePreview | null> {
  const { teamId, parentId, from, today, holders } = question;
  const places = await listTeamPlaces(ctx);
  const name = places.find((place) => place.teamId === teamId)?.name;
  if (name === undefined || (parentId !== null && !places.some((place) => place.teamId === parentId)))
    return null;
  const dayFault = changeDayFault(from, today);
  const day = dayFault === null ? from : today;
  const tree = teamTree(places, day);
  const path = tree.find((team) => team.teamId === teamId)?.path;
  const moved = movedFrom(timelineOf(places, teamId), { from: day, parentId });
  const rest = { revision: teamRevision(places, [teamId, parentId]), before: path ?? name };
  const nothing = { after: null, until: null, teams: 0, people: 0, sight: { gains: [], loses: [] } };
  if (dayFault !== null || !moved)
    return { ...rest, ...nothing, fault: dayFault ?? `${name} is not open on ${from}.` };
  const after = [
    ...places.filter((place) => place.teamId !== teamId),
    ...moved.map(({ facts, ...days }) => ({ teamId, name, ...days, ...facts })),
  ];
  const fault = teamFault(places, after, teamId);
  if (fault) return { ...rest, ...nothing, fault: fault.detail };
  const then = teamTree(after, day);
  return {
    ...rest,
    fault: null,
    after: then.find((team) => team.teamId === teamId)?.path ?? null,
    until:
      moved.find(({ validFrom, validTo }) => validFrom <= day && (validTo ?? '9999') > day)?.validTo ?? null,
    teams: subtreeTeamIds(tree, teamId).length,
    people: sumOf(tree, await countPeopleByTeam(ctx, day), teamId),
    sight: sightChanges(holders, { before: tree, after: then }, teamId),
  };
}

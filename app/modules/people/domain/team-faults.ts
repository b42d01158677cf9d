import type { DayText } from '~/shared/calendar-day';
import { formatDay } from '~/shared/format-day';
import { textFault } from './cells';
import { formatTeamPath, MAX_TEAM_DEPTH, MAX_TEAM_NAME, parseTeamPath } from './team-path';
import type { TeamPlace } from './team-tree';

/** Why a tree cannot stand, at the field that made it so. */
export interface TeamFault {
  readonly field: 'name' | 'parentId' | 'from';
  readonly detail: string;
}

/** Why a name cannot be a team's, or null. A path of names must read back as it was written. */
export function teamNameFault(name: string): string | null {
  if (name === '') return 'Give the team a name.';
  const fault = textFault(name, MAX_TEAM_NAME);
  if (fault) return `The name ${fault}`;
  const read = parseTeamPath(formatTeamPath([name]));
  if (!read.ok || read.value[0] !== name)
    return 'A name cannot begin or end with a slash that stands apart: paths of teams are written with it.';
  return null;
}

type Places = ReadonlyMap<string, TeamPlace>;

/**
 * The first reason why the tree cannot be as planned for one team, or null: on every day on which its place or name is
 * another than before, the team above is open, no team is above itself, no team beside it has its name, the path
 * is not too deep, and a team that is closed has none beneath it.
 */
export function teamFault(
  before: readonly TeamPlace[],
  after: readonly TeamPlace[],
  teamId: string,
): TeamFault | null {
  const days = [
    ...new Set([...before, ...after].flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])),
  ];
  for (const day of days.sort()) {
    const [was, is] = [placesOn(before, day), placesOn(after, day)];
    const [old, now] = [was.get(teamId), is.get(teamId)];
    if (old?.parentId === now?.parentId && old?.name === now?.name) continue;
    const fault = now ? faultOf(now, is, day) : closingFault(teamId, is, day);
    if (fault) return fault;
  }
  return null;
}

function placesOn(places: readonly TeamPlace[], day: DayText): Places {
  const found = new Map<string, TeamPlace>();
  for (const place of places) {
    if (place.validFrom <= day && (place.validTo === null || day < place.validTo))
      found.set(place.teamId, place);
  }
  return found;
}

function faultOf(team: TeamPlace, tree: Places, day: DayText): TeamFault | null {
  if (team.parentId !== null && !tree.has(team.parentId))
    return { field: 'parentId', detail: `The team above is not open on ${formatDay(day)}.` };
  const above = namesAbove(team, tree);
  if (above.circle)
    return { field: 'parentId', detail: `A team cannot be beneath itself: ${above.names.join(' → ')}.` };
  const beside = [...tree.values()].find(
    (one) => one.teamId !== team.teamId && one.parentId === team.parentId && one.name === team.name,
  );
  if (beside) {
    const where = team.parentId === null ? 'at the top' : `in ${above.names[1] ?? ''}`;
    return {
      field: 'name',
      detail: `There is another team called ${team.name} ${where} on ${formatDay(day)}.`,
    };
  }
  if (above.names.length + depthBelow(team.teamId, tree) > MAX_TEAM_DEPTH)
    return {
      field: 'parentId',
      detail: `Teams would be deeper than ${MAX_TEAM_DEPTH} on ${formatDay(day)}.`,
    };
  return null;
}

function closingFault(teamId: string, tree: Places, day: DayText): TeamFault | null {
  const beneath = [...tree.values()].filter(({ parentId }) => parentId === teamId).length;
  if (beneath === 0) return null;
  const words = beneath === 1 ? 'One team is' : `${beneath} teams are`;
  return { field: 'from', detail: `${words} beneath it on ${formatDay(day)}: move or close them first.` };
}

/** Names from the team upward; of a circle around to the team again. */
function namesAbove(team: TeamPlace, tree: Places): { names: string[]; circle: boolean } {
  const names = [team.name];
  const seen = new Set([team.teamId]);
  for (let at = parentOf(team, tree); at; at = parentOf(at, tree)) {
    names.push(at.name);
    if (seen.has(at.teamId)) return { names, circle: true };
    seen.add(at.teamId);
  }
  return { names, circle: false };
}

function parentOf(team: TeamPlace, tree: Places): TeamPlace | undefined {
  return team.parentId === null ? undefined : tree.get(team.parentId);
}

function depthBelow(teamId: string, tree: Places): number {
  const children = Map.groupBy(tree.values(), ({ parentId }) => parentId);
  let level: readonly string[] = [teamId];
  for (let depth = 0; ; depth += 1) {
    const next = level.flatMap((id) => (children.get(id) ?? []).map((child) => child.teamId));
    if (next.length === 0 || depth > MAX_TEAM_DEPTH) return depth;
    level = next;
  }
}

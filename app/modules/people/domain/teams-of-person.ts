import type { DayText } from '~/shared/calendar-day';
import { type TeamPlace, teamTree } from './team-tree';

interface Period {
  readonly teamId: string;
  readonly status: string;
  readonly validFrom: DayText;
  readonly validTo: DayText | null;
}

/** The team of a person on a day and all teams above it, or null when the person was not active then. */
export interface TeamsOfDay {
  readonly own: string;
  readonly above: ReadonlySet<string>;
}

/** Answers for each day where a person was, from the person's periods and the places of all teams; days are kept. */
export function teamsOfPerson(periods: readonly Period[], places: readonly TeamPlace[]) {
  const known = new Map<DayText, TeamsOfDay | null>();
  return (day: DayText): TeamsOfDay | null => {
    const found = known.get(day) ?? teamsOn(day, periods, places);
    known.set(day, found);
    return found;
  };
}

/** Every team that was the person's or above it on any day, as far as the places tell; some never were on one day. */
export function everyTeamOfPerson(periods: readonly Period[], places: readonly TeamPlace[]): Set<string> {
  const parents = Map.groupBy(places, (place) => place.teamId);
  const found = new Set<string>();
  const waiting = periods.map(({ teamId }) => teamId);
  for (let teamId = waiting.pop(); teamId !== undefined; teamId = waiting.pop()) {
    if (found.has(teamId)) continue;
    found.add(teamId);
    waiting.push(...(parents.get(teamId) ?? []).flatMap(({ parentId }) => parentId ?? []));
  }
  return found;
}

function teamsOn(day: DayText, periods: readonly Period[], places: readonly TeamPlace[]): TeamsOfDay | null {
  const period = periods.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  );
  if (period?.status !== 'active') return null;
  const parentOf = new Map(teamTree(places, day).map((team) => [team.teamId, team.parentId]));
  const above = new Set<string>();
  for (let at = parentOf.get(period.teamId); at; at = parentOf.get(at)) above.add(at);
  return { own: period.teamId, above };
}

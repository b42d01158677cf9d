import type { DayText } from '~/shared/calendar-day';
import type { TeamPlace } from './team-tree';

/**
 * The last day up to a day on which each team was one of these roots or stood beneath one, directly or not; a team that
 * never was is not there. A team counts as being a root on every day, and as beneath one on the day on which it moves
 * away too: before that was told it still stood there.
 */
export function lastDaysBeneath(
  places: readonly Pick<TeamPlace, 'teamId' | 'parentId' | 'validFrom' | 'validTo'>[],
  roots: Iterable<string>,
  day: DayText,
): Map<string, DayText> {
  const found = new Map<string, DayText>();
  const beneath = Map.groupBy(places, ({ parentId }) => parentId);
  const waiting: [string, DayText][] = [...roots].map((teamId) => [teamId, day]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [teamId, last] = next;
    const before = found.get(teamId);
    if (before !== undefined && before >= last) continue;
    found.set(teamId, last);
    for (const place of beneath.get(teamId) ?? []) {
      const end = place.validTo === null ? last : earlier(place.validTo, last);
      if (place.validFrom <= end) waiting.push([place.teamId, end]);
    }
  }
  return found;
}

function earlier(a: DayText, b: DayText): DayText {
  return a < b ? a : b;
}

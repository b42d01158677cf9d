import type { DayText } from '~/shared/calendar-day';
import type { TeamPlace } from './team-tree';
import { factsOn, replaceFrom, type SameFacts, type Timeline } from './timeline';

/** What a place in the tree says: the team above, or null for a top team. */
export interface PlaceFacts {
  readonly parentId: string | null;
}

export type TeamTimeline = Timeline<PlaceFacts>;

export const samePlace: SameFacts<PlaceFacts> = (a, b) => a.parentId === b.parentId;

/** The places of one team in order; a gap is a time in which the team was closed. */
export function timelineOf(places: readonly TeamPlace[], teamId: string): TeamTimeline {
  return places
    .filter((place) => place.teamId === teamId)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .map(({ validFrom, validTo, parentId }) => ({ validFrom, validTo, facts: { parentId } }));
}

/**
 * The timeline with another team above from a day on, up to the next change that is planned or known: what comes after
 * stays. Null when the team is not open on the day.
 */
export function movedFrom(
  timeline: TeamTimeline,
  { from, parentId }: { readonly from: DayText; readonly parentId: string | null },
): TeamTimeline | null {
  const at = timeline.find(
    ({ validFrom, validTo }) => validFrom <= from && (validTo === null || from < validTo),
  );
  if (!at) return null;
  const periods = timeline.flatMap((period) => {
    if (period !== at) return [period];
    const kept = at.validFrom < from ? [{ ...at, validTo: from }] : [];
    return [...kept, { validFrom: from, validTo: at.validTo, facts: { parentId } }];
  });
  return joined(periods);
}

/** The timeline of a team that is closed from a day on, whatever was planned after it. */
export function closedFrom(timeline: TeamTimeline, from: DayText): TeamTimeline {
  return replaceFrom(timeline, { from, facts: null }, samePlace);
}

/**
 * The timeline of a team that is there again from a day on which it is closed, up to a return that is planned already.
 * Null when it is open on the day.
 */
export function reopenedFrom(
  timeline: TeamTimeline,
  { from, parentId }: { readonly from: DayText; readonly parentId: string | null },
): TeamTimeline | null {
  if (factsOn(timeline, from)) return null;
  const before = timeline.filter(({ validFrom }) => validFrom < from);
  const after = timeline.slice(before.length);
  const validTo = after[0]?.validFrom ?? null;
  return joined([...before, { validFrom: from, validTo, facts: { parentId } }, ...after]);
}

/** How a team stands on a day. */
export interface TeamState {
  /** The first day on which it is closed: the next one of an open team, the last one of a closed team; null: none. */
  readonly closedOn: DayText | null;
  /** The team above, then; of a closed team, as it stood last. */
  readonly parentId: string | null;
}

/** A team on a day; one that begins later as it stands first. Null for a team that was never there. */
export function teamStateOn(timeline: TeamTimeline, day: DayText): TeamState | null {
  const place = timeline.findLast(({ validFrom }) => validFrom <= day) ?? timeline[0];
  if (!place) return null;
  let { validTo } = place;
  for (const { validFrom, validTo: until } of timeline) if (validFrom === validTo) validTo = until;
  return { closedOn: validTo, parentId: place.facts.parentId };
}

/**
 * The timeline without the change planned for a day: what was before lasts until the next change; a return to the tree
 * is taken away up to the next change. Null when nothing changes on that day, or the team begins then.
 */
export function withdrawnOn(timeline: TeamTimeline, day: DayText): TeamTimeline | null {
  const before = timeline.findIndex(({ validTo }) => validTo === day);
  const after = timeline.findIndex(({ validFrom }) => validFrom === day);
  const kept = timeline[before];
  if (!kept) return after > 0 ? joined(timeline.filter((_, index) => index !== after)) : null;
  const validTo = after < 0 ? (timeline[before + 1]?.validFrom ?? null) : (timeline[after]?.validTo ?? null);
  return joined(
    timeline.flatMap((period, index) => {
      if (index === after) return [];
      return [index === before ? { ...kept, validTo } : period];
    }),
  );
}

/** The days on which something of the team changes after a day: a move, a closing, a return. */
export function plannedDays(timeline: TeamTimeline, after: DayText): DayText[] {
  const days = timeline.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [validTo]),
  ]);
  return [...new Set(days)].filter((day) => day > after).sort();
}

function joined(periods: TeamTimeline): TeamTimeline {
  const result: TeamTimeline[number][] = [];
  for (const period of periods) {
    const last = result.at(-1);
    if (last && last.validTo === period.validFrom && samePlace(last.facts, period.facts))
      result[result.length - 1] = { ...last, validTo: period.validTo };
    else result.push(period);
  }
  return result;
}

import type { DayText } from '~/shared/calendar-day';

/**
 * What was true when: periods in order of their first day, half open (validFrom <= day < validTo; null: still),
 * not overlapping, gaps allowed. Neighbours with the same facts are one period.
 */
export interface Period<Facts> {
  readonly validFrom: DayText;
  readonly validTo: DayText | null;
  readonly facts: Facts;
}

export type Timeline<Facts> = readonly Period<Facts>[];
export type SameFacts<Facts> = (a: Facts, b: Facts) => boolean;

/** The later of two days. */
export function laterDay(a: DayText, b: DayText): DayText {
  if (a > b) return a;
  return b;
}

/** The facts on a day, or undefined in a gap. */
export function factsOn<Facts>(timeline: Timeline<Facts>, day: DayText): Facts | undefined {
  return timeline.find(
    (period) => period.validFrom <= day && (period.validTo === null || day < period.validTo),
  )?.facts;
}

/** The timeline with these facts (null: nothing) from a day on, whatever was planned after it. */
export function replaceFrom<Facts>(
  timeline: Timeline<Facts>,
  change: { readonly from: DayText; readonly facts: Facts | null },
  same: SameFacts<Facts>,
): Timeline<Facts> {
  const kept = before(timeline, change.from);
  const added = change.facts === null ? [] : [{ validFrom: change.from, validTo: null, facts: change.facts }];
  return merged([...kept, ...added], same);
}

/** The timeline with every period from a day on changed; a period that spans the day is split there. */
export function mapFrom<Facts>(
  timeline: Timeline<Facts>,
  change: { readonly from: DayText; readonly apply: (facts: Facts) => Facts },
  same: SameFacts<Facts>,
): Timeline<Facts> {
  const later = timeline
    .filter((period) => period.validTo === null || period.validTo > change.from)
    .map((period) => ({
      ...period,
      validFrom: laterDay(period.validFrom, change.from),
      facts: change.apply(period.facts),
    }));
  return merged([...before(timeline, change.from), ...later], same);
}

/** The timeline with the facts of the days from one day up to another (to: exclusive, null: for good) changed. */
export function mapBetween<Facts>(
  timeline: Timeline<Facts>,
  change: {
    readonly from: DayText;
    readonly to: DayText | null;
    readonly apply: (facts: Facts) => Facts;
  },
  same: SameFacts<Facts>,
): Timeline<Facts> {
  const { from, to, apply } = change;
  const changed = mapFrom(timeline, { from, apply }, same);
  return to === null ? changed : merged([...before(changed, to), ...since(timeline, to)], same);
}

/** The timeline with these facts (null: nothing) on the days from one day up to another (to: exclusive, null: for good). */
export function replaceBetween<Facts>(
  timeline: Timeline<Facts>,
  change: { readonly from: DayText; readonly to: DayText | null; readonly facts: Facts | null },
  same: SameFacts<Facts>,
): Timeline<Facts> {
  const { from, to, facts } = change;
  const replaced = replaceFrom(timeline, { from, facts }, same);
  return to === null ? replaced : merged([...before(replaced, to), ...since(timeline, to)], same);
}

/** The timeline with its first day moved: earlier extends the first period, later shortens it (never removes it). */
export function moveStart<Facts>(timeline: Timeline<Facts>, start: DayText): Timeline<Facts> {
  const [first, ...rest] = timeline;
  if (!first || (first.validTo !== null && first.validTo <= start)) return timeline;
  return [{ ...first, validFrom: start }, ...rest];
}

export interface TimelineChange<Facts> {
  /** First days of the periods that are no more. */
  readonly removed: readonly DayText[];
  /** Periods that are new, or have another end or other facts. */
  readonly written: readonly Period<Facts>[];
}

/** What must be deleted and stored to turn one timeline into the other; a period is known by its first day. */
export function timelineChange<Facts>(
  from: Timeline<Facts>,
  to: Timeline<Facts>,
  same: SameFacts<Facts>,
): TimelineChange<Facts> {
  const old = new Map(from.map((period) => [period.validFrom, period]));
  const kept = new Set(to.map((period) => period.validFrom));
  return {
    removed: from.filter((period) => !kept.has(period.validFrom)).map((period) => period.validFrom),
    written: to.filter((period) => {
      const known = old.get(period.validFrom);
      return known === undefined || known.validTo !== period.validTo || !same(known.facts, period.facts);
    }),
  };
}

function before<Facts>(timeline: Timeline<Facts>, day: DayText): Period<Facts>[] {
  return timeline
    .filter((period) => period.validFrom < day)
    .map((period) =>
      period.validTo === null || period.validTo > day ? { ...period, validTo: day } : period,
    );
}

function since<Facts>(timeline: Timeline<Facts>, day: DayText): Period<Facts>[] {
  return timeline
    .filter((period) => period.validTo === null || period.validTo > day)
    .map((period) => ({ ...period, validFrom: laterDay(period.validFrom, day) }));
}

/** The periods with neighbours of the same facts as one. */
export function merged<Facts>(periods: readonly Period<Facts>[], same: SameFacts<Facts>): Period<Facts>[] {
  const result: Period<Facts>[] = [];
  for (const period of periods) {
    const last = result.at(-1);
    if (last && last.validTo === period.validFrom && same(last.facts, period.facts)) {
      result[result.length - 1] = { ...last, validTo: period.validTo };
    } else {
      result.push(period);
    }
  }
  return result;
}

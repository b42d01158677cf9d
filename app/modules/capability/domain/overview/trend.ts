/**
 * Trend of the overview: the sums of the days on which they were kept, for the teams that a viewer sees live, and the
 * change since the last one of the quarter before.
 * Formula: sums of teams add up; a figure is formed from the sum, as of today. Unit: of the figure.
 * Missing: a day on which none of the teams had anybody is left out; no change without a day of the quarter before.
 * Source: method.md 12.
 */
import type { DayText } from '~/shared/calendar-day';
import { addOverview, NOTHING, type OverviewSums } from './overview-sums';

export interface DaySums {
  readonly asOf: DayText;
  readonly sums: OverviewSums;
  /** Of the method that the sums were computed by. */
  readonly formulaVersion: string;
}

interface Kept {
  readonly asOf: DayText;
  readonly teamId: string;
  readonly sums: OverviewSums;
  readonly formulaVersion: string;
}

/** One entry for each day, the oldest first; teams null: all that there were, also those closed since. */
export function sumsByDay(kept: readonly Kept[], teams: ReadonlySet<string> | null): readonly DaySums[] {
  const seen = kept.filter(({ teamId }) => teams?.has(teamId) ?? true);
  return [...Map.groupBy(seen, ({ asOf }) => asOf)]
    .map(([asOf, rows]) => ({
      asOf,
      sums: rows.map(({ sums }) => sums).reduce(addOverview, NOTHING),
      formulaVersion: rows[0]?.formulaVersion ?? '',
    }))
    .filter(({ sums }) => sums.people > 0)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** The last day before the quarter of a day; undefined: none was kept. */
export function lastOfFormerQuarter(days: readonly DaySums[], quarterFrom: DayText): DaySums | undefined {
  return days.findLast(({ asOf }) => asOf < quarterFrom);
}

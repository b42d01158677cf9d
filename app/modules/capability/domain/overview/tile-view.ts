/**
 * What a tile shows: value, change since the quarter before, trend, driver sentence, why. Source: method.md 12.
 * Missing: value null with the words that say which; no change without figures of the quarter before.
 */
import type { DayText } from '~/shared/calendar-day';
import type { Why } from '../why-cell';
import { driverSentence, type NamedSums } from './driver-sentence';
import type { OverviewSums } from './overview-sums';
import { type FigureScope, TILES, type TileKey, tileValue } from './tile';
import { type DaySums, lastOfFormerQuarter } from './trend';
import { whyTile } from './why-tile';

export interface TrendPoint {
  readonly asOf: DayText;
  readonly value: number;
  /** Computed by another version of the method than today's: not to be compared without saying so. */
  readonly otherMethod: boolean;
}

export interface TileView {
  readonly key: TileKey;
  readonly value: number | null;
  /** Value less that of the last release of the quarter before; null: there is none. */
  readonly change: {
    readonly value: number;
    readonly since: DayText;
    readonly otherMethod: boolean;
  } | null;
  /** Releases of the last thirteen months, then today. */
  readonly trend: readonly TrendPoint[];
  readonly driver: string;
  readonly why: Why | null;
}

interface Overviewed {
  readonly sums: OverviewSums;
  readonly teams: readonly NamedSums[];
  readonly past: readonly DaySums[];
  /** First day of the quarter. */
  readonly quarter: DayText;
}

/** The tiles in their order. */
export function tileViews(
  { sums, teams, past, quarter }: Overviewed,
  scope: FigureScope & { readonly version: string },
): TileView[] {
  const former = lastOfFormerQuarter(past, quarter);
  return TILES.map((key): TileView => {
    const value = tileValue(key, sums, scope);
    const before = former ? tileValue(key, former.sums, { ...scope, asOf: former.asOf }) : null;
    const points = past.flatMap(({ asOf, sums: then, formulaVersion }) => {
      const figure = tileValue(key, then, { ...scope, asOf });
      const otherMethod = formulaVersion !== scope.version;
      return figure === null ? [] : [{ asOf, value: figure, otherMethod }];
    });
    const change =
      value === null || before === null || !former
        ? null
        : {
            value: value - before,
            since: former.asOf,
            otherMethod: former.formulaVersion !== scope.version,
          };
    return {
      key,
      value,
      change,
      trend: value === null ? points : [...points, { asOf: scope.asOf, value, otherMethod: false }],
      driver: driverSentence(key, sums, teams).text,
      why: whyTile(key, sums, scope),
    };
  });
}

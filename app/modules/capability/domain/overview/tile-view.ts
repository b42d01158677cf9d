/**
 * What a tile shows: value, change since the quarter before, trend, driver sentence, why. Source: method.md 12.
 * Missing: value null with the words that say which; no change without figures of the quarter before, or where
 * today's are of fewer people because ratings of some are blind.
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
  /** Why a change is not told though figures of then were kept; null: it is told, or there are none. */
  readonly changeNote: string | null;
  /** Releases of the last thirteen months, then today, unless today's figure is of fewer people than those. */
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
    const blind = key === 'aiReadiness' ? sums.people - (sums.ai.people ?? sums.people) : 0;
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
      change: blind > 0 ? null : change,
      changeNote: change !== null && blind > 0 ? blindNote(blind) : null,
      trend:
        value === null || blind > 0 ? points : [...points, { asOf: scope.asOf, value, otherMethod: false }],
      driver: driverSentence(key, sums, teams).text,
      why: whyTile(key, sums, scope),
    };
  });
}

/** Figures that were kept are of everybody: less those whose ratings are blind, today's would differ without a change. */
function blindNote(people: number): string {
  const whose = people === 1 ? 'one person' : `${people} people`;
  return `No change is shown: ratings of ${whose} are not open to you yet.`;
}

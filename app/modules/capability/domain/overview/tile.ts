/**
 * Tiles of the overview: each figure from its sums, with what stands beside it and how it came about.
 * Unit: of the tile. Missing: null value with the words that say which. Source: method.md 12.
 */
import type { DayText } from '~/shared/calendar-day';
import { ATTAINMENT_PARTS } from '../attainment';
import type { MethodConstants } from '../constants';
import { criticalCoverage } from './critical-coverage';
import { dataTrust } from './data-trust';
import { developmentVelocity } from './development-velocity';
import type { OverviewSums } from './overview-sums';

export const TILES = ['coverage', 'singlePoints', 'aiReadiness', 'velocity', 'trust'] as const;
export type TileKey = (typeof TILES)[number];

export interface FigureScope {
  readonly asOf: DayText;
  readonly constants: MethodConstants;
}

/**
 * The value of a tile. coverage: per cent of requirements met; singlePoints: requirements on one person; aiReadiness:
 * mean attainment in AI use, 0 to 100; velocity: levels a hundred people; trust: 0 to 1. Null: nothing to compute.
 */
export function tileValue(key: TileKey, sums: OverviewSums, { asOf, constants }: FigureScope): number | null {
  if (key === 'coverage') {
    const { share } = criticalCoverage(sums.coverage);
    return share === null ? null : 100 * share;
  }
  if (key === 'singlePoints') {
    const { requirements, states } = criticalCoverage(sums.coverage);
    return requirements === 0 ? null : states.single;
  }
  if (key === 'aiReadiness') {
    const { assessed, attained } = sums.ai;
    return assessed === 0 ? null : (100 * attained) / (ATTAINMENT_PARTS * assessed);
  }
  if (key === 'velocity') return developmentVelocity(sums.moves);
  return dataTrust(sums.trust, asOf, constants);
}

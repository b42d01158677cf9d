/**
 * Block sums: what a block of people holds in one dimension, and whether that is enough to be shown.
 * Unit: integers. Kept on the server: a viewer gets released-figures.ts of them, nothing else.
 * Too small: fewer than k assessed, or all assessed at one level. Missing: unassessed people count in people alone.
 * Source: method.md 9.3, 9.6.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { addOverviewPart, type OverviewPart, sumOverviewPart } from './overview-part';
import { addReadiness, type ReadinessSums, sumReadiness } from './readiness-sums';

export interface BlockSums {
  readonly people: number;
  /** Assessed people at the levels 0 to 4. */
  readonly levels: readonly [number, number, number, number, number];
  /** People with a level and a target. */
  readonly pairs: number;
  /** Pairs with level at target or above. */
  readonly atTarget: number;
  /**
   * A block of these told levels by its share (guard-shares.ts): no share of so few people may be shown. Not there: none.
   */
  readonly noShare?: true;
  /** Of AI use only. */
  readonly readiness?: ReadinessSums;
  /** Of what the overview releases; not there where the figures are from before (complete-block.ts). */
  readonly overview?: OverviewPart;
}

export const NO_SUMS: BlockSums = { people: 0, levels: [0, 0, 0, 0, 0], pairs: 0, atTarget: 0 };

interface Counted {
  readonly level: Level | null;
  readonly target: Level | null;
  /** Given where readiness is to be summed too. */
  readonly exposure?: number | null;
  readonly holds?: Level | null;
  readonly strength?: number | null;
}

/** Sums of people given as level and target. */
export function sumPeople(people: Iterable<Counted>): BlockSums {
  const levels: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let count = 0;
  let pairs = 0;
  let atTarget = 0;
  let readiness: ReadinessSums | undefined;
  let overview: OverviewPart | undefined;
  for (const { level, target, exposure, holds, strength } of people) {
    count += 1;
    if (holds !== undefined && strength !== undefined)
      overview = addOverviewPart(overview, sumOverviewPart({ holds, strength }));
    if (level === null) continue;
    levels[level] += 1;
    if (target === null) continue;
    pairs += 1;
    if (level >= target) atTarget += 1;
    if (exposure !== undefined)
      readiness = addReadiness(readiness, sumReadiness({ level, target, exposure }));
  }
  const sums = { people: count, levels, pairs, atTarget };
  return { ...sums, ...(readiness ? { readiness } : {}), ...(overview ? { overview } : {}) };
}

/** Sums of blocks without common people. */
export function addSums(all: readonly BlockSums[]): BlockSums {
  return all.reduce(
    (a, b) => ({
      people: a.people + b.people,
      levels: [
        a.levels[0] + b.levels[0],
        a.levels[1] + b.levels[1],
        a.levels[2] + b.levels[2],
        a.levels[3] + b.levels[3],
        a.levels[4] + b.levels[4],
      ],
      pairs: a.pairs + b.pairs,
      atTarget: a.atTarget + b.atTarget,
      ...(a.noShare || b.noShare ? { noShare: true as const } : {}),
      ...readinessOf(a, b),
      ...overviewOf(a, b),
    }),
    NO_SUMS,
  );
}

function readinessOf(a: BlockSums, b: BlockSums): Pick<BlockSums, 'readiness'> {
  const readiness = b.readiness ? addReadiness(a.readiness, b.readiness) : a.readiness;
  return readiness ? { readiness } : {};
}

function overviewOf(a: BlockSums, b: BlockSums): Pick<BlockSums, 'overview'> {
  const overview = b.overview ? addOverviewPart(a.overview, b.overview) : a.overview;
  return overview ? { overview } : {};
}

/** People with a level. */
export function assessedOf(sums: Pick<BlockSums, 'levels'>): number {
  return sums.levels.reduce((total, n) => total + n, 0);
}

/** Sum of their levels. */
export function levelSumOf(sums: BlockSums): number {
  return sums.levels.reduce((total, n, level) => total + n * level, 0);
}

/** Whether a share of these people may be shown: none of their blocks told levels by its own, or they are many. */
export function mayShowShare({ noShare, pairs }: BlockSums, k: number): boolean {
  return !noShare || pairs >= 4 * k;
}

/** Whether the block by itself is no reason to hide the weighted figure: k people with a weight or more. */
export function mayShowWeighted({ readiness }: BlockSums, k: number): boolean {
  return readiness !== undefined && readiness.weighted >= k;
}

/** Whether a row or block of these sums may be shown: at least k assessed, not all at one level. */
export function isLargeEnough(sums: Pick<BlockSums, 'levels'>, k: number): boolean {
  return assessedOf(sums) >= k && sums.levels.filter((n) => n > 0).length > 1;
}

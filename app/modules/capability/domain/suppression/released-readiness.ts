/**
 * Released readiness: AI-readiness and its exposure-weighted value for suppressed viewers, as coarse as an at-target
 * share (thirds, to 10 points from 4k people).
 * k applies to each figure by itself, and to each block that it is a sum of: a figure is shown only where every block
 * adds nobody or at least k people to it, so that no difference of shown figures rests on fewer. The weighted figure asks
 * besides that (sum w)^2 / sum(w^2) is at least k in every block, that those with exposure are at least half of the
 * assessed, and that in the whole at least k of them reached something and k did not reach all: where few did, weights
 * would tell which ones. A block that was joined of blocks with fewer hides it too.
 * Unit: CoarseShare. Missing: null, without a reason. Source: method.md 6, 9.6.
 */
import { ATTAINMENT_PARTS } from '../attainment';
import { addSums, assessedOf, type BlockSums, mayShowShare } from './block-sums';
import { type CoarseShare, coarseRatio, isWeightSpread } from './released-figures';

export interface ReleasedReadiness {
  readonly readiness: CoarseShare | null;
  readonly weighted: CoarseShare | null;
}

/** The figures of a shown row from the sums of its blocks; null in dimensions without readiness. */
export function releasedReadiness(blocks: readonly BlockSums[], k: number): ReleasedReadiness | null {
  const whole = addSums(blocks);
  if (!whole.readiness) return null;
  if (!mayShowShare(whole, k)) return { readiness: null, weighted: null };
  return { readiness: plainShare(blocks, whole, k), weighted: weightedShare(blocks, whole, k) };
}

function plainShare(blocks: readonly BlockSums[], whole: BlockSums, k: number): CoarseShare | null {
  if (blocks.some(({ pairs }) => pairs > 0 && pairs < k)) return null;
  const ratio = { part: whole.readiness?.attained ?? 0, whole: ATTAINMENT_PARTS * whole.pairs };
  return coarseRatio(ratio, whole.pairs, k);
}

function weightedShare(blocks: readonly BlockSums[], whole: BlockSums, k: number): CoarseShare | null {
  const sums = whole.readiness;
  if (!sums || 2 * sums.weighted < assessedOf(whole)) return null;
  if (sums.above < k || sums.below < k) return null;
  const spread = blocks.every(({ readiness }) => {
    if (!readiness || readiness.weighted === 0) return true;
    const { weighted, weights, squares, few } = readiness;
    return !few && isWeightSpread({ people: weighted, sum: weights, sumOfSquares: squares }, k);
  });
  if (!spread) return null;
  const ratio = { part: sums.weightedAttained, whole: ATTAINMENT_PARTS * sums.weights };
  return coarseRatio(ratio, sums.weighted, k);
}

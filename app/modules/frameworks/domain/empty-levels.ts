import { DIMENSION_LABELS, DURABLE_DIMENSIONS } from './dimension';
import type { FrameworkContent } from './document';
import { LEVEL_LABELS } from './level';

const RANKS = [1, 2, 3, 4];

/**
 * What is missing in a framework, as places in words: a level without a statement; for durable skills a level of a
 * domain that has statements at other levels. Empty where nothing is missing.
 */
export function emptyLevels({
  instrument,
  statements,
}: Pick<FrameworkContent, 'instrument'> & {
  readonly statements: readonly Pick<FrameworkContent['statements'][number], 'rank' | 'dimension'>[];
}): string[] {
  const words = (rank: number) => LEVEL_LABELS[instrument][rank] ?? String(rank);
  if (instrument !== 'durable' || statements.length === 0)
    return RANKS.filter((rank) => !statements.some((one) => one.rank === rank)).map(words);
  return DURABLE_DIMENSIONS.flatMap((dimension) => {
    const here = statements.filter((one) => one.dimension === dimension);
    if (here.length === 0) return [];
    return RANKS.filter((rank) => !here.some((one) => one.rank === rank)).map(
      (rank) => `${words(rank)} of ${DIMENSION_LABELS[dimension]}`,
    );
  });
}

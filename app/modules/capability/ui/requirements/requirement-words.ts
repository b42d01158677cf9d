import { DIMENSION_LABELS, type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS, type Level } from '~/modules/frameworks/domain/level';
import type { RequirementState } from '../../domain/requirements/requirement-state';

/** "at least 2 people at level 3 Applying in Leadership". */
export function requirementWords(asked: {
  readonly dimension: Dimension;
  readonly level: Level;
  readonly minimum: number;
}): string {
  const { dimension, level, minimum } = asked;
  const people = minimum === 1 ? '1 person' : `${minimum.toLocaleString('en')} people`;
  const label = LEVEL_LABELS[instrumentOf(dimension)][level];
  return `at least ${people} at level ${level} ${label} in ${DIMENSION_LABELS[dimension]}`;
}

/** States as pages name them. */
export const STATE_LABELS: Readonly<Record<RequirementState, string>> = {
  met: 'met',
  short: 'short',
  single: 'one holder only',
  uncovered: 'uncovered',
  unknown: 'unknown',
};

/** "1 of 2 holders, 3 not assessed, 1 due for re-check". */
export function groupWords(
  group: { readonly holders: number; readonly unassessed: number; readonly due: number },
  minimum: number,
): string {
  const parts = [`${group.holders} of ${minimum} ${minimum === 1 ? 'holder' : 'holders'}`];
  if (group.unassessed > 0) parts.push(`${group.unassessed} not assessed`);
  if (group.due > 0) parts.push(`${group.due} due for re-check`);
  return parts.join(', ');
}

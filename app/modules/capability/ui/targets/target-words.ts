import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { TargetFacts } from '~/modules/people/domain/plan-targets';

/** "1 person", "12 people". */
export function peopleWords(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
}

/** "3 Applying, weight 2, critical"; what a profile does not ask reads "not asked". */
export function targetWords(dimension: Dimension, facts: TargetFacts | null | undefined): string {
  if (!facts) return 'not asked';
  const level = `${facts.level} ${LEVEL_LABELS[instrumentOf(dimension)][facts.level]}`;
  const weight = facts.weight === 0 ? 'does not count' : `weight ${facts.weight}`;
  return [level, weight, ...(facts.critical ? ['critical'] : [])].join(', ');
}

import { createHash } from 'node:crypto';
import type { RequirementPeriod } from './requirement';

/** A short text that is another one whenever a period of the requirement is another. */
export function requirementRevision(periods: readonly RequirementPeriod[]): string {
  const lines = periods.map(({ validFrom, validTo, name, dimension, level, minimum, reason, groups }) =>
    JSON.stringify([validFrom, validTo, name, dimension, level, minimum, reason, groups]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

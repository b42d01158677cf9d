/** Fit as it is printed: never a percentage of a person. Source: method.md 3. */
import type { Fit } from './fit';

/** "5 of 7 dimensions at target, 3 levels missing", or why there is nothing to say. */
export function fitInWords(fit: Pick<Fit, 'dimensions' | 'assessed' | 'atTarget' | 'levelsMissing'>): string {
  if (fit.dimensions === 0) return 'no target';
  if (fit.assessed === 0) return 'not assessed';
  const levels = `${fit.levelsMissing} ${fit.levelsMissing === 1 ? 'level' : 'levels'} missing`;
  const open = fit.dimensions - fit.assessed;
  return `${fit.atTarget} of ${fit.dimensions} dimensions at target, ${levels}${open > 0 ? `, ${open} not assessed` : ''}`;
}

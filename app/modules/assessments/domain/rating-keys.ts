import { isLevel } from '~/modules/frameworks/domain/level';
import type { CellValue } from './rating-cell';

/** What a key does in the rater's grid. */
export type RatingKey =
  | { readonly does: 'set'; readonly value: Exclude<CellValue, null> }
  | { readonly does: 'evidence' | 'undo' | 'next-person' | 'submit' };

const LETTERS: Readonly<Record<string, Exclude<RatingKey['does'], 'set'>>> = {
  e: 'evidence',
  u: 'undo',
  n: 'next-person',
  s: 'submit',
  Enter: 'submit',
};

/** What a key does, null where it is none of the grid's; `key` as the browser names it. */
export function ratingKey(key: string): RatingKey | null {
  if (key === '?') return { does: 'set', value: '?' };
  const digit = /^[0-4]$/.test(key) ? Number(key) : Number.NaN;
  if (isLevel(digit)) return { does: 'set', value: digit };
  const does = LETTERS[key] ?? LETTERS[key.toLowerCase()];
  return does ? { does } : null;
}

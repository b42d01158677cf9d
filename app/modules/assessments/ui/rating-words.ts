import { DIMENSION_LABELS, type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { CellValue } from '../domain/rating-cell';

/** A value in the words of its dimension: "3 Applying", "unsure", "nothing yet". */
export function valueInWords(dimension: Dimension, value: CellValue): string {
  if (value === null) return 'nothing yet';
  if (value === '?') return 'unsure';
  return `${value} ${LEVEL_LABELS[instrumentOf(dimension)][value]}`;
}

/** The label of a value alone: "Applying". */
export function valueLabel(dimension: Dimension, value: Exclude<CellValue, null>): string {
  return value === '?' ? 'Unsure' : LEVEL_LABELS[instrumentOf(dimension)][value];
}

/** Name of a cell: "Collaboration, Lena Brandt". */
export function cellTitle(dimension: Dimension, name: string): string {
  return `${DIMENSION_LABELS[dimension]}, ${name}`;
}

/** That ratings were left out of a submission because they were withdrawn meanwhile; empty: none was. */
export function leftOutInWords(ratings: number): string {
  if (ratings === 0) return '';
  const what = ratings === 1 ? '1 rating that was' : `${ratings} ratings that were`;
  return `${what} withdrawn since the draft began and not said anew ${ratings === 1 ? 'is' : 'are'} left out.`;
}

/** What became of the ratings of a person so far, and as what they are rated: short, beside the name in the grid. */
export const STATE_WORDS = { empty: 'to do', draft: 'draft', submitted: 'submitted' } as const;
export const SHORT_KIND_WORDS = { self: 'yourself', manager: 'manager', peer: 'peer' } as const;

/** As what somebody rates, in words that follow the person's name. */
export const OWN_KIND_WORDS = {
  self: 'yourself',
  manager: 'as manager',
  peer: 'as invited peer',
} as const;

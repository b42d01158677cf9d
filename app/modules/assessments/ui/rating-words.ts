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

/** As what somebody rates, in words that follow the person's name. */
export const OWN_KIND_WORDS = {
  self: 'yourself',
  manager: 'as manager',
  peer: 'as invited peer',
} as const;

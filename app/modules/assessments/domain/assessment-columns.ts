import { DIMENSIONS, type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';

/** Columns of the assessments file (api.md, CSV columns): one rating in each row ... */
export const LONG_COLUMNS = {
  required: ['employee_external_id', 'rater', 'assessed_on', 'dimension', 'level'],
  optional: ['rater_external_id', 'occupation', 'cycle', 'evidence'],
} as const;

/** ... or one assessment in each row, with a column for each dimension. */
export const WIDE_COLUMNS = {
  required: ['employee_external_id', 'rater', 'assessed_on'],
  optional: ['rater_external_id', 'occupation', 'cycle', ...DIMENSIONS] as const,
} as const;

type BaseCells = Readonly<
  Record<(typeof WIDE_COLUMNS.required)[number], string> &
    Record<'rater_external_id' | 'occupation' | 'cycle', string | undefined>
>;
export type LongCells = BaseCells &
  Readonly<{ dimension: string; level: string; evidence: string | undefined }>;
export type WideCells = BaseCells & Readonly<Record<Dimension, string | undefined>>;

export type AssessmentForm = 'long' | 'wide';

/** The form of a file by its header, or what is wrong with it. */
export function recogniseForm(header: readonly string[]): AssessmentForm | { readonly fault: string } {
  const long = header.includes('dimension') || header.includes('level');
  const wide = header.some(isDimension);
  if (long && wide)
    return { fault: 'The header has the column dimension or level, and columns of dimensions too.' };
  if (long) return 'long';
  if (wide) return 'wide';
  return {
    fault: `The header has neither dimension and level nor a column of a dimension (${DIMENSIONS.join(', ')}).`,
  };
}

import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { recogniseForm, WIDE_COLUMNS } from './assessment-columns';

/** What people call the columns of a file of ratings: one rating in each row, or a column for each dimension. */
export const RATING_FIELDS = [
  { field: 'employee_external_id', label: 'Personnel number' },
  { field: 'rater', label: 'Kind of rater' },
  { field: 'rater_external_id', label: 'Personnel number of the rater' },
  { field: 'assessed_on', label: 'Day' },
  { field: 'occupation', label: 'Occupation code' },
  { field: 'cycle', label: 'Cycle' },
  { field: 'dimension', label: 'Dimension' },
  { field: 'level', label: 'Level' },
  { field: 'evidence', label: 'Evidence' },
  ...DIMENSIONS.map((field) => ({ field, label: `Level in ${DIMENSION_LABELS[field]}` })),
];

/** What columns a table of ratings lacks under its own names, as sentences; empty where it can be read. */
export function ratingColumnFaults(header: readonly string[]): string[] {
  const labels = new Map(RATING_FIELDS.map(({ field, label }) => [field, label]));
  const form = recogniseForm(header);
  const needed = [...WIDE_COLUMNS.required, ...(form === 'long' ? ['dimension', 'level'] : [])];
  const missing = needed.filter((name) => !header.includes(name));
  return [
    ...missing.map((name) => `No column is the ${labels.get(name)?.toLowerCase()}; it is needed.`),
    ...(typeof form === 'object'
      ? [
          header.some((name) => name === 'dimension' || name === 'level')
            ? form.fault
            : 'No column is a level: name dimension and level, or the level in each dimension.',
        ]
      : []),
  ];
}

/**
 * Columns of a framework file in the order in which they are written (docs/csv.md). One row is one statement; what
 * belongs to a level, to a framework or to its source stands in its first row and may be repeated in the others.
 */
export const FRAMEWORK_COLUMNS = {
  required: ['occupation', 'instrument', 'version', 'level', 'label', 'behaviour'],
  optional: [
    'occupation_title',
    'level_label',
    'caption',
    'dimension',
    'position',
    'citations',
    'split',
    'context',
    'source',
    'release',
    'licence',
    'attribution',
    'address',
  ],
} as const;

export type FrameworkColumn =
  | (typeof FRAMEWORK_COLUMNS.required)[number]
  | (typeof FRAMEWORK_COLUMNS.optional)[number];

/** The header of an export. */
export const FRAMEWORK_HEADER: readonly FrameworkColumn[] = [
  'occupation',
  'occupation_title',
  'instrument',
  'version',
  'level',
  'level_label',
  'caption',
  'dimension',
  'position',
  'label',
  'behaviour',
  'citations',
  'split',
  'context',
  'source',
  'release',
  'licence',
  'attribution',
  'address',
];

/** Columns that tell a framework file from others. */
export const TELLING_COLUMNS: readonly FrameworkColumn[] = ['instrument', 'version', 'level', 'behaviour'];

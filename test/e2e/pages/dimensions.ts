/** The columns of the matrix, in order, as product.md names them. */
export const DIMENSION_NAMES = [
  'Communication',
  'Leadership',
  'Metacognition',
  'Critical Thinking',
  'Collaboration',
  'Character',
  'Creativity',
  'Growth Mindset',
  'Mindfulness',
  'Fortitude',
  'AI use',
  'Mastery',
] as const;
export type DimensionName = (typeof DIMENSION_NAMES)[number];

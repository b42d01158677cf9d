/**
 * The columns of the matrix: ten durable-skill domains, AI use and mastery, in the order of product.md.
 * Instruments share the ordinals 0 to 4, not the words: each instrument has its own level labels.
 */
export const INSTRUMENTS = ['durable', 'ai_use', 'mastery'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const DIMENSIONS = [
  'communication',
  'leadership',
  'metacognition',
  'critical_thinking',
  'collaboration',
  'character',
  'creativity',
  'growth_mindset',
  'mindfulness',
  'fortitude',
  'ai_use',
  'mastery',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const DURABLE_DIMENSIONS = DIMENSIONS.slice(0, 10) as readonly Dimension[];

export const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
  communication: 'Communication',
  leadership: 'Leadership',
  metacognition: 'Metacognition',
  critical_thinking: 'Critical Thinking',
  collaboration: 'Collaboration',
  character: 'Character',
  creativity: 'Creativity',
  growth_mindset: 'Growth Mindset',
  mindfulness: 'Mindfulness',
  fortitude: 'Fortitude',
  ai_use: 'AI use',
  mastery: 'Mastery',
};

/** The instrument that a dimension is measured with. */
export function instrumentOf(dimension: Dimension): Instrument {
  return dimension === 'ai_use' || dimension === 'mastery' ? dimension : 'durable';
}

export function isDimension(value: string): value is Dimension {
  return (DIMENSIONS as readonly string[]).includes(value);
}

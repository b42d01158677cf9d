import type { Instrument } from './dimension';

/** 0 not yet, 1 Emerging, 2 Developing, 3 Applying or Proficient, 4 Exceeding or Advanced. */
export type Level = 0 | 1 | 2 | 3 | 4;
export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

const OWN_WORDS = ['Not yet', 'Emerging', 'Developing'] as const;

/** Labels of the ordinals 0 to 4 in the words of each instrument. */
export const LEVEL_LABELS: Readonly<Record<Instrument, readonly [string, string, string, string, string]>> = {
  durable: [...OWN_WORDS, 'Applying', 'Exceeding'],
  ai_use: [...OWN_WORDS, 'Proficient', 'Advanced'],
  mastery: [...OWN_WORDS, 'Proficient', 'Advanced'],
};

export function isLevel(value: number): value is Level {
  return Number.isInteger(value) && value >= 0 && value <= 4;
}

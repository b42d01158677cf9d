import type { Instrument } from '../domain/dimension';

/** Instruments as pages name them. */
export const INSTRUMENT_LABELS: Readonly<Record<Instrument, string>> = {
  mastery: 'Mastery',
  ai_use: 'AI use',
  durable: 'Durable skills',
};

/** The order in which pages offer them. */
export const INSTRUMENT_ORDER: readonly Instrument[] = ['mastery', 'ai_use', 'durable'];

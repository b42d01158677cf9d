import type { Instrument } from '~/modules/frameworks/domain/dimension';

const WORDS: Readonly<Record<Instrument, string>> = {
  durable: 'durable skills',
  ai_use: 'AI use',
  mastery: 'mastery',
};

/** Instruments in a sentence, in the order of their names: "AI use, durable skills". */
export function instrumentsInWords(instruments: readonly string[]): string {
  return [...instruments]
    .sort()
    .map((one) => (one in WORDS ? WORDS[one as Instrument] : one))
    .join(', ');
}

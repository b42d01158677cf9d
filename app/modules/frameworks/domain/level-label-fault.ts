import { INSTRUMENTS, type Instrument } from './dimension';
import { MAX_NAME_CHARS } from './framework-limits';
import { LEVEL_LABELS } from './level';
import { textFault } from './text-fault';

const same = (first: string, second: string) => first.trim().toLowerCase() === second.toLowerCase();

/**
 * Why a level cannot have this label, or null. A word of its own is fine; a word that one of the three vocabularies
 * has for another level, or that another instrument has for this one, would be read wrongly.
 */
export function levelLabelFault(instrument: Instrument, rank: number, label: string): string | null {
  const fault = textFault(label, MAX_NAME_CHARS);
  if (fault) return fault;
  const expected = LEVEL_LABELS[instrument][rank] ?? '';
  if (same(label, expected)) return null;
  const taken = INSTRUMENTS.some((one) => LEVEL_LABELS[one].some((word) => same(label, word)));
  if (!taken) return null;
  return `${JSON.stringify(label)} is the word for another level or instrument; level ${rank} here is ${JSON.stringify(expected)}.`;
}

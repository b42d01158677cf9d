import { INSTRUMENTS, type Instrument } from '../domain/dimension';

/** Whether a word from outside names an instrument. */
export function isInstrument(word: string): word is Instrument {
  return (INSTRUMENTS as readonly string[]).includes(word);
}

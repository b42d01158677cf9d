import type { ChainFault } from './verify-chain';

/** A fault of the log in a sentence that follows the entry's number. */
export const FAULT_WORDS: Readonly<Record<ChainFault, string>> = {
  altered: 'was altered: it is not what its hash says',
  'value-altered': 'has a personal value that is not the one it was written with',
  removed: 'is missing: entries were removed',
  reordered: 'is another one: entries were put in another order',
  inserted: 'does not follow from the one before: an entry was put in or written anew',
  cut: 'is missing: the log is shorter than a head that was published',
  rewritten: 'is not the one of which a head was published: the log was written anew',
};

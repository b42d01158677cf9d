/** How often words were seen, in small letters. */
export interface WordCounts {
  readonly words: ReadonlyMap<string, number>;
  /** As the first word of a text. */
  readonly openers: ReadonlyMap<string, number>;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in order, in small letters. */
export function lettersOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Counts the words of texts. */
export function countWords(texts: Iterable<string>): WordCounts {
  const words = new Map<string, number>();
  const openers = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const text of texts) {
    const found = lettersOf(text);
    if (found[0] !== undefined) count(openers, found[0]);
    for (const word of found) count(words, word);
  }
  return { words, openers };
}

const LETTERS = 5;

/** The beginning of a word, by which a welder and welding are one; a word of five letters or fewer is its own. */
export function stemOf(word: string): string {
  return word.slice(0, LETTERS);
}

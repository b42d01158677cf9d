/** The runs of `length` characters of a word with a space before and behind; a shorter word is one run. */
export function letterRuns(word: string, length: number): string[] {
  const padded = ` ${word} `;
  if (padded.length <= length) return [padded];
  const runs: string[] = [];
  for (let start = 0; start + length <= padded.length; start++)
    runs.push(padded.slice(start, start + length));
  return runs;
}

/** Different runs of several words, in order of first appearance. */
export function differentRuns(words: readonly string[], length: number): string[] {
  return [...new Set(words.flatMap((word) => letterRuns(word, length)))];
}

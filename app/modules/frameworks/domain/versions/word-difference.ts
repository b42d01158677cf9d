/** A run of words that both texts have, or that only the older or the newer one has. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** How many words of both texts stand before it. */
  readonly at: number;
}

/**
 * What differs between two texts, word by word: the longest common run of words in order stays, the rest is removed
 * or added. The runs of kind same and removed are the words of `before`, those of kind same and added those of `after`.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const [first, second] = [wordsOf(before), wordsOf(after)];
  const common = commonLengths(first, second);
  const runs: { kind: WordRun['kind']; words: string[]; at: number }[] = [];
  let [i, j] = [0, 0];
  const put = (kind: WordRun['kind'], word: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word], at: i + j });
  };
  while (i < first.length || j < second.length) {
    const [one, two] = [first[i], second[j]];
    if (one !== undefined && one === two) {
      put('same', one);
      i += 1;
      j += 1;
    } else if (
      one !== undefined &&
      (two === undefined || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      put('removed', one);
      i += 1;
    } else {
      put('added', two ?? '');
      j += 1;
    }
  }
  return runs.map(({ kind, words, at }) => ({ kind, text: words.join(' '), at }));
}

const wordsOf = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
const lengthAt = (lengths: readonly Uint16Array[], i: number, j: number) => lengths[i]?.[j] ?? 0;

/** Length of the longest common subsequence of what is left from each place on. */
function commonLengths(first: readonly string[], second: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      const best =
        first[i] === second[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
      const row = lengths[i];
      if (row) row[j] = best;
    }
  }
  return lengths;
}

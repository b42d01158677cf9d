const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The trigrams of a text as PostgreSQL's pg_trgm takes them: small letters; words of letters and digits, each with two
 * spaces before and one behind; every three neighbours, each once.
 */
export function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    const letters = [...`  ${word} `];
    for (let start = 0; start + 3 <= letters.length; start += 1)
      trigrams.add(letters.slice(start, start + 3).join(''));
  }
  return trigrams;
}

/**
 * Similarity of two texts by their trigrams, 0 to 1, as pg_trgm's similarity(): shared / all different ones. 0 where a
 * text has none.
 */
export function trigramSimilarity(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const trigram of small) if (large.has(trigram)) shared += 1;
  return shared / (first.size + second.size - shared);
}

import { foldTitle, isFiller, wordsOf } from '../titles/fold-title';

/** The folded words of a title or a search; words that only join others are left out where others are there. */
export function titleWords(title: string): string[] {
  const words = wordsOf(foldTitle(title));
  const telling = words.filter((word) => !isFiller(word));
  return telling.length > 0 ? telling : words;
}

import type { SearchWord, WordTerms } from '../search-terms';
import { prefixDistance } from './prefix-distance';

/**
 * Score of a title for a search by words, 0 to 1, four decimals; 0: it does not match.
 *
 * | how the title matches | own title | other title |
 * |---|---|---|
 * | the same words in the same order, singular or plural | 1 | 0.97 |
 * | begins with the words of the search, the last one perhaps not typed to its end | 0.85 + 0.10 c | 0.65 + 0.09 c |
 * | every word of the search is a word of it | 0.75 + 0.09 c | 0.55 + 0.09 c |
 * | every word of the search begins a word of it | 0.46 + 0.08 c | 0.37 + 0.08 c |
 * | the same with typing errors | 0.19 + 0.14 a + 0.03 c | 0.18 + 0.14 a + 0.03 c |
 *
 * c is the share of the title that was typed: letters of the search / letters of the title, at most 1;
 * a = 1 - errors / letters of the search. Other titles are alternate, reported and related ones.
 * Words of fewer than 4 letters allow no error, of 4 to 7 letters one, longer ones two.
 */
const TIERS = {
  own: { same: 1, begins: [0.85, 0.1], words: [0.75, 0.09], beginnings: [0.46, 0.08], roughly: 0.19 },
  other: { same: 0.97, begins: [0.65, 0.09], words: [0.55, 0.09], beginnings: [0.37, 0.08], roughly: 0.18 },
} as const;
const [OF_ACCURACY, OF_COVERED] = [0.14, 0.03];

/** How a word of the search stands to a word of a title: not at all, begins it, is it; or, negative, errors. */
export type WordMatch = number;
export const NO_MATCH: WordMatch = 0;
export const BEGINS: WordMatch = 1;
export const WHOLE: WordMatch = 2;

/** A word of a title. */
export interface TitleWord {
  /** Folded. */
  readonly text: string;
  /** Without the ending of a plural. */
  readonly singular: string;
}

/** Whether a word of the search is a word of a title, or begins it. */
export function matchWord(search: SearchWord, word: TitleWord): WordMatch {
  if (word.text === search.text || word.singular === search.singular) return WHOLE;
  return word.text.startsWith(search.text) || word.text.startsWith(search.singular) ? BEGINS : NO_MATCH;
}

/** Errors that a word of the search may have. */
export const errorsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** As matchWord; where it does not match, minus the number of errors to the word or to its beginning. */
export function matchWordRoughly(search: SearchWord, word: TitleWord): WordMatch {
  const exact = matchWord(search, word);
  const limit = errorsAllowed(search.text);
  if (exact !== NO_MATCH || limit === 0) return exact;
  const errors = prefixDistance(search.text, word.text, limit);
  return errors <= limit ? -errors : NO_MATCH;
}

export interface MatchedTitle {
  /** Whether it is the occupation's own title. */
  readonly own: boolean;
  /** How many words the title has. */
  readonly words: number;
  /** Letters and digits of the title's words. */
  readonly length: number;
  /** How a word of the search, by index, stands to a word of the title, by index. */
  readonly match: (search: number, word: number) => WordMatch;
}

/** The score of a title from how its words stand to those of the search. */
export function scoreMatches(terms: WordTerms, title: MatchedTitle): number {
  const count = terms.words.length;
  const tiers = title.own ? TIERS.own : TIERS.other;
  const covered = title.length === 0 ? 0 : Math.min(1, terms.length / title.length);
  const within = ([floor, width]: readonly [number, number]) => rounded(floor + width * covered);
  if (count === 0) return 0;
  if (beginsWith(terms, title)) {
    const same = count === title.words && title.match(count - 1, count - 1) === WHOLE;
    return same ? tiers.same : within(tiers.begins);
  }
  let least: WordMatch = WHOLE;
  let errors = 0;
  for (let search = 0; search < count; search += 1) {
    const best = bestMatch(title, search);
    if (best === NO_MATCH) return 0;
    if (best < 0) errors -= best;
    least = Math.min(least, best);
  }
  if (errors === 0) return within(least === WHOLE ? tiers.words : tiers.beginnings);
  return rounded(tiers.roughly + OF_ACCURACY * (1 - errors / terms.length) + OF_COVERED * covered);
}

function beginsWith({ words }: WordTerms, title: MatchedTitle): boolean {
  if (words.length > title.words) return false;
  return words.every((_, index) => {
    const match = title.match(index, index);
    return match === WHOLE || (match === BEGINS && index === words.length - 1);
  });
}

/** Whole before begun before the fewest errors. */
function bestMatch(title: MatchedTitle, search: number): WordMatch {
  let best: WordMatch = NO_MATCH;
  for (let word = 0; word < title.words; word += 1) {
    const match = title.match(search, word);
    if (match === NO_MATCH) continue;
    if (best === NO_MATCH || match > best) best = match;
  }
  return best;
}

const rounded = (score: number) => Math.round(score * 10_000) / 10_000;

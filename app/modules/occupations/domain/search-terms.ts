import { titleWords } from './search/title-words';
import { singular } from './titles/fold-title';

/** One word that is looked for. */
export interface SearchWord {
  /** Folded, as typed. */
  readonly text: string;
  /** Without the ending of a plural. */
  readonly singular: string;
}

export interface WordTerms {
  readonly kind: 'words';
  readonly words: readonly SearchWord[];
  /** Letters and digits of all words. */
  readonly length: number;
}

export type SearchTerms =
  | { readonly kind: 'all' }
  /** Beginning of a code, in the form of the code. */
  | { readonly kind: 'code'; readonly prefix: string }
  /** Words that a title holds, in any order; the last one may not be typed to its end. */
  | WordTerms;

const MOST_WORDS = 10;
/** Nothing, or nothing but what stands between words. */
const SEPARATORS = /^[\s,;/]*$/u;
const CODE = /^(\d{1,2})(?:-?(\d{0,4})(?:\.?(\d{0,2}))?)?$/u;

/** What a person looks for: a code or its beginning ("11-3013", "113013"), or words of a title. */
export function readSearch(query: string): SearchTerms {
  const text = query.trim();
  if (SEPARATORS.test(text)) return { kind: 'all' };
  const code = CODE.exec(text);
  if (code) {
    const [, major = '', middle = '', detail = ''] = code;
    if (major.length === 1) return { kind: 'code', prefix: major };
    return { kind: 'code', prefix: `${major}-${middle}${detail === '' ? '' : `.${detail}`}` };
  }
  const words = titleWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => ({ text: word, singular: singular(word) }));
  return { kind: 'words', words, length: words.reduce((sum, word) => sum + word.text.length, 0) };
}

export type SearchTerms =
  | { readonly kind: 'all' }
  /** Beginning of a code, in the form of the code. */
  | { readonly kind: 'code'; readonly prefix: string }
  /** Words that the title holds, each somewhere, in small letters. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

const MOST_WORDS = 10;
const CODE = /^(\d{2})(?:-?(\d{0,4})(?:\.?(\d{0,2}))?)?$/u;

/** What a person looks for: a code or its beginning ("11-3013", "113013"), or words of a title. */
export function readSearch(query: string): SearchTerms {
  const text = query.trim();
  if (text === '') return { kind: 'all' };
  const code = CODE.exec(text);
  if (code) {
    const [, major = '', middle = '', detail = ''] = code;
    return { kind: 'code', prefix: `${major}-${middle}${detail === '' ? '' : `.${detail}`}` };
  }
  const words = text
    .toLowerCase()
    .split(/[\s,;/]+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? { kind: 'all' } : { kind: 'words', words: words.slice(0, MOST_WORDS) };
}

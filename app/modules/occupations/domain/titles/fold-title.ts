/** Titles are read up to this many characters; a longer text is no title. */
const LONGEST = 300;
const WORD = /[\p{L}\p{N}+#]+/gu;
const FILLERS: ReadonlySet<string> = new Set([
  'and',
  'of',
  'the',
  'for',
  'in',
  'to',
  'or',
  'a',
  'an',
  'on',
  'at',
  'with',
  'by',
  'from',
  'as',
]);

/** A title, cut to the longest that is read, folded. */
export function foldTitle(title: string): string {
  return foldText(title.slice(0, LONGEST));
}

/** Small letters without accents, apostrophes and the dots of initials; "&" is "and"; single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'`]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a folded text, in order. */
export function wordsOf(folded: string): string[] {
  return folded.match(WORD) ?? [];
}

/** Whether a folded word only joins others. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** The folded word without the ending of a plural; words of up to three letters stay. */
export function singular(word: string): string {
  if (word.length <= 3) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/u.test(word) ? word.slice(0, -1) : word;
}

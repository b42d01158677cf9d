/** Most words of a search that are looked for. */
const MOST_WORDS = 10;

/** Text as it is compared: small letters without accents, as the database makes them for names and titles. */
export function foldedText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '');
}

/** The different words of a search, folded, in the order given; each must be found. */
export function searchWords(query: string): string[] {
  const words = foldedText(query).split(/\s+/u).filter(Boolean);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** A pattern of LIKE that finds the word anywhere; what LIKE takes for wildcards stands for itself. */
export function anywhere(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

import { EMPLOYEE_KINDS, EMPLOYMENT_STATUSES } from '../employment-words';
import { plainName } from './plain-name';

/** Fields whose cells are words, with the words of Cadre. */
export const FIELD_WORDS = {
  status: EMPLOYMENT_STATUSES,
  kind: EMPLOYEE_KINDS,
  role_band: ['1', '2', '3', '4'],
  available: ['yes', 'no'],
} as const;

export type WordField = keyof typeof FIELD_WORDS;
/** A word of Cadre, or empty: the cell counts as if it were empty. */
export type Meaning<Field extends WordField = WordField> = (typeof FIELD_WORDS)[Field][number] | '';

export const WORD_FIELDS = Object.keys(FIELD_WORDS) as readonly WordField[];

/** What words of a file mean, by wordKey; what an organization said by hand. */
export type WordMeanings = {
  readonly [Field in WordField]?: Readonly<Record<string, Meaning<Field>>> | undefined;
};

/** Longest word that is offered and remembered, in UTF-16 units; what is longer is no word. */
export const LONGEST_WORD = 80;

/**
 * Spellings of a word that are the same: plainName, or the text where it has neither letter nor digit; empty for one of
 * control characters alone.
 */
export function wordKey(cell: string): string {
  return (
    plainName(cell) ||
    cell
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .trim()
      .toLowerCase()
  );
}

/** Why nobody can say what a word means. */
export type WordTrouble = 'long' | 'blank';

export const WORD_TROUBLES: Readonly<Record<WordTrouble, string>> = {
  long: `is longer than ${LONGEST_WORD} characters`,
  blank: 'has no character that can be read',
};

/** What keeps a word from being said; null: nothing. @param key wordKey of the cell */
export function wordTrouble(cell: string, key: string): WordTrouble | null {
  if (key === '') return 'blank';
  return cell.length > LONGEST_WORD || key.length > LONGEST_WORD ? 'long' : null;
}

/** A word of a file: not known, or known by hand alone. */
export interface FoundWord {
  readonly field: WordField;
  /** Empty where nobody can say what it means. */
  readonly key: string;
  /** As it stands in the file first; cut where nobody can say what it means. */
  readonly word: string;
  readonly rows: number;
  readonly trouble?: WordTrouble | undefined;
}

/** What was chosen for a word; null: nothing, it is not known then. */
export interface ChosenWord {
  readonly field: WordField;
  readonly key: string;
  readonly meaning: Meaning | null;
}

/** The words of a file that mean nothing yet. */
export function unsaidWords(found: readonly FoundWord[], said: WordMeanings = {}): FoundWord[] {
  return found.filter(({ field, key }) => meaningOf(said, field, key) === null);
}

/** What a word was said to mean; null: nothing. */
export function meaningOf(said: WordMeanings, field: WordField, key: string): Meaning | null {
  const words: Readonly<Record<string, Meaning>> = said[field] ?? {};
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}

/** Most words of a field that are remembered; the last said stay. */
const MOST_WORDS = 500;

/** The meanings with those that were chosen; words for which nothing is chosen are forgotten. */
export function withWords(said: WordMeanings, chosen: readonly ChosenWord[]): WordMeanings {
  const fields = WORD_FIELDS.map((field) => {
    const words = new Map<string, Meaning>(Object.entries(said[field] ?? {}));
    for (const { key, meaning } of chosen.filter((one) => one.field === field)) {
      words.delete(key);
      if (meaning !== null) words.set(key, meaning);
    }
    return [field, Object.fromEntries([...words].slice(-MOST_WORDS))] as const;
  });
  return Object.fromEntries(fields.filter(([, words]) => Object.keys(words).length > 0));
}

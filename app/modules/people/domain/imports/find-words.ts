import { ownText } from '~/shared/own-text';
import type { ImportLayout } from './import-layout';
import { isKnownWord } from './known-words';
import { type FoundWord, LONGEST_WORD, meaningOf, WORD_FIELDS, type WordField, wordKey } from './word-fields';

/** Most words of a field that are told, and spellings that are looked at: more are no words of a list. */
const MOST_WORDS = 50;
const MOST_SPELLINGS = 2_000;

interface Finder {
  /** Looks at a row's cells. */
  readonly add: (values: readonly string[]) => void;
  /** The words that nobody knows, or that are known by hand alone, most rows first. */
  readonly list: () => FoundWord[];
}

/** Finds words of a file's columns that Cadre does not know by itself, row by row, and holds no rows. */
export function wordFinder({ columns, words = {} }: Pick<ImportLayout, 'columns' | 'words'>): Finder {
  const fields = WORD_FIELDS.flatMap((field) => {
    const place = columns[field];
    return place === undefined ? [] : [{ field, place, spellings: new Map<string, FoundRows | null>() }];
  });
  const found = new Map<string, FoundRows>();
  const wordOf = (field: WordField, cell: string): FoundRows | null => {
    const key = wordKey(cell);
    const isSaid = meaningOf(words, field, key) !== null;
    if (cell.length > LONGEST_WORD || key === '' || (!isSaid && isKnownWord(field, cell))) return null;
    const known = found.get(`${field} ${key}`);
    if (known) return known;
    if ([...found.values()].filter((one) => one.field === field).length >= MOST_WORDS) return null;
    const made = {
      field,
      key: ownText(key),
      word: ownText(cell)
        .replace(/\p{Cc}/gu, ' ')
        .toWellFormed(),
      rows: 0,
    };
    found.set(`${field} ${key}`, made);
    return made;
  };
  return {
    add: (values) => {
      for (const { field, place, spellings } of fields) {
        const cell = values[place]?.trim() ?? '';
        if (cell === '') continue;
        let word = spellings.get(cell);
        if (word === undefined) {
          if (spellings.size >= MOST_SPELLINGS) continue;
          word = wordOf(field, cell);
          spellings.set(ownText(cell), word);
        }
        if (word) word.rows += 1;
      }
    },
    list: () => [...found.values()].sort((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1)),
  };
}

type FoundRows = { -readonly [Key in keyof FoundWord]: FoundWord[Key] };

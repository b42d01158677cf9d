import { ownText } from '~/shared/own-text';
import { shownNames } from './header-names';
import type { ImportLayout } from './import-layout';
import { isKnownWord } from './known-words';
import {
  type FoundWord,
  LONGEST_WORD,
  meaningOf,
  WORD_FIELDS,
  type WordField,
  type WordTrouble,
  wordKey,
  wordTrouble,
} from './word-fields';

/** Most words of a field that are told, and spellings that are looked at: more are no words of a list. */
const MOST_WORDS = 50;
/** Most words of a field that are told though nobody can say what they mean. */
const MOST_TROUBLES = 5;
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
  const keep = (name: string, most: number, make: () => Omit<FoundRows, 'rows'>): FoundRows | null => {
    const known = found.get(name);
    if (known) return known;
    const made = { ...make(), rows: 0 };
    const isAlike = (one: FoundRows) => one.field === made.field && !one.trouble === !made.trouble;
    if ([...found.values()].filter(isAlike).length >= most) return null;
    found.set(name, made);
    return made;
  };
  const troubled = (field: WordField, cell: string, trouble: WordTrouble) => {
    const word = shown(cell);
    return keep(`${field} ${trouble} ${word}`, MOST_TROUBLES, () => ({ field, key: '', word, trouble }));
  };
  const wordOf = (field: WordField, cell: string): FoundRows | null => {
    const key = wordKey(cell);
    const isSaid = meaningOf(words, field, key) !== null;
    if (!isSaid && isKnownWord(field, cell)) return null;
    const trouble = wordTrouble(cell, key);
    if (trouble) return troubled(field, cell, trouble);
    const word = ownText(cell)
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed();
    return keep(`${field} ${key}`, MOST_WORDS, () => ({ field, key: ownText(key), word }));
  };
  return {
    add: (values) => {
      for (const { field, place, spellings } of fields) {
        const cell = values[place]?.trim() ?? '';
        if (cell === '') continue;
        // A long text is kept nowhere.
        let word = cell.length > LONGEST_WORD ? troubled(field, cell, 'long') : spellings.get(cell);
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

/** A word that nobody can say, as it is told. */
function shown(cell: string): string {
  const [start = ''] = shownNames([cell.slice(0, 200)]);
  return ownText(start.length < cell.length ? `${start}…` : start);
}

type FoundRows = { -readonly [Key in keyof FoundWord]: FoundWord[Key] };

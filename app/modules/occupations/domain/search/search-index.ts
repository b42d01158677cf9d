import type { SearchWord, WordTerms } from '../search-terms';
import { singular } from '../titles/fold-title';
import {
  errorsAllowed,
  matchWord,
  matchWordRoughly,
  NO_MATCH,
  scoreMatches,
  type TitleWord,
  type WordMatch,
} from './title-score';
import { titleWords } from './title-words';

/** A title, not its own, under which an occupation can be found. */
export interface KnownTitle {
  readonly soc: string;
  readonly title: string;
}

export interface TitleHit extends KnownTitle {
  /** From title-score.ts. */
  readonly score: number;
}

/** Titles by their words; made once for titles that do not change. */
export interface SearchIndex {
  readonly titles: readonly KnownTitle[];
  /** All different words. */
  readonly words: readonly TitleWord[];
  /** The letters of each word as bits. */
  readonly letters: Int32Array;
  /** Words by the code unit of their first letter. */
  readonly byInitial: ReadonlyMap<number, readonly number[]>;
  /** Titles by word. */
  readonly postings: readonly Uint32Array[];
  /** The words of all titles one after the other; those of title t are from starts[t] to starts[t + 1]. */
  readonly tokens: Uint32Array;
  readonly starts: Uint32Array;
  /** Letters and digits of each title. */
  readonly lengths: Uint16Array;
  /** Occupations' own titles, read. */
  readonly own: ReadonlyMap<string, ReadTitle>;
}

/** A title as it is compared. */
export interface ReadTitle {
  readonly own: boolean;
  readonly words: readonly TitleWord[];
  /** Letters and digits of all words. */
  readonly length: number;
}

/** The letters and digits of a word as bits of a 32-bit integer; several may share a bit. */
function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Builds the index of these titles.
 * @param ownTitles Titles of occupations that most searches will compare; others are read when they are compared.
 */
export function buildSearchIndex(titles: readonly KnownTitle[], ownTitles: readonly string[]): SearchIndex {
  const split = titles.map(({ title }) => titleWords(title));
  const words = [...new Set(split.flat())];
  const idOf = new Map(words.map((word, id) => [word, id]));
  const starts = new Uint32Array(titles.length + 1);
  const lengths = new Uint16Array(titles.length);
  const tokens: number[] = [];
  const found: number[][] = words.map(() => []);
  for (const [title, parts] of split.entries()) {
    for (const word of parts) {
      const id = idOf.get(word) ?? 0;
      tokens.push(id);
      const list = found[id];
      if (list && list.at(-1) !== title) list.push(title);
      lengths[title] = (lengths[title] ?? 0) + word.length;
    }
    starts[title + 1] = tokens.length;
  }
  return {
    titles,
    words: words.map((text) => ({ text, singular: singular(text) })),
    letters: Int32Array.from(words, letterBits),
    byInitial: Map.groupBy(words.keys(), (id) => words[id]?.charCodeAt(0) ?? 0),
    postings: found.map((list) => Uint32Array.from(list)),
    tokens: Uint32Array.from(tokens),
    starts,
    lengths,
    own: new Map(ownTitles.map((title) => [title, readTitle(title, true)])),
  };
}

/** How each word of the index stands to one word of the search. */
type WordRow = Int8Array;

function matchRow(index: SearchIndex, search: SearchWord, roughly: boolean): WordRow {
  const row = new Int8Array(index.words.length);
  const first = search.text.charCodeAt(0);
  for (const id of index.byInitial.get(first) ?? []) {
    const word = index.words[id];
    if (word) row[id] = matchWord(search, word);
  }
  const limit = roughly ? errorsAllowed(search.text) : 0;
  if (limit === 0) return row;
  const bits = letterBits(search.text);
  const second = search.text.charCodeAt(1);
  for (let id = 0; id < row.length; id += 1) {
    if (row[id] !== NO_MATCH || countBits(bits & ~(index.letters[id] ?? 0)) > limit) continue;
    const word = index.words[id];
    if (!word) continue;
    const [initial, next] = [word.text.charCodeAt(0), word.text.charCodeAt(1)];
    const near = initial === first || initial === second || next === first || next === second;
    if (near) row[id] = matchWordRoughly(search, word);
  }
  return row;
}

/** The titles that hold a word of the rarest row, each once. */
function candidates(index: SearchIndex, rows: readonly WordRow[]): number[] {
  let rarest: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const ids: number[] = [];
    let titles = 0;
    for (let id = 0; id < row.length; id += 1) {
      if (row[id] === NO_MATCH) continue;
      ids.push(id);
      titles += index.postings[id]?.length ?? 0;
    }
    if (titles < least) [least, rarest] = [titles, ids];
  }
  const seen = new Uint8Array(index.titles.length);
  const found: number[] = [];
  for (const id of rarest) {
    for (const title of index.postings[id] ?? []) {
      if (seen[title] === 0) found.push(title);
      seen[title] = 1;
    }
  }
  return found;
}

/**
 * The best title of each occupation that matches; of equal ones the first in the index.
 * @param roughly With typing errors, which takes longer.
 */
export function findTitles(index: SearchIndex, terms: WordTerms, roughly: boolean): Map<string, TitleHit> {
  const best = new Map<string, TitleHit>();
  const rows = terms.words.map((search) => matchRow(index, search, roughly));
  if (rows.length === 0) return best;
  for (const title of candidates(index, rows)) {
    const known = index.titles[title];
    const [start, end] = [index.starts[title] ?? 0, index.starts[title + 1] ?? 0];
    const match = (search: number, word: number): WordMatch =>
      rows[search]?.[index.tokens[start + word] ?? 0] ?? NO_MATCH;
    const length = index.lengths[title] ?? 0;
    const score = scoreMatches(terms, { own: false, words: end - start, length, match });
    if (known && score > (best.get(known.soc)?.score ?? 0)) best.set(known.soc, { ...known, score });
  }
  return best;
}

/** Reads a single title. */
export function readTitle(title: string, own: boolean): ReadTitle {
  const words = titleWords(title).map((text) => ({ text, singular: singular(text) }));
  return { own, words, length: words.reduce((sum, { text }) => sum + text.length, 0) };
}

/** The score of a single title. */
export function scoreTitle(terms: WordTerms, { own, words, length }: ReadTitle, roughly: boolean): number {
  const match = roughly ? matchWordRoughly : matchWord;
  return scoreMatches(terms, {
    own,
    words: words.length,
    length,
    match: (search, word) => {
      const [sought, stands] = [terms.words[search], words[word]];
      return sought && stands ? match(sought, stands) : NO_MATCH;
    },
  });
}

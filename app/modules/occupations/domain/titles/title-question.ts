import type { RoleBand } from '~/modules/people/domain/role-band';
import { singular } from './fold-title';
import { letterRuns } from './letter-runs';
import { readTitle } from './read-title';
import { isCircumstance } from './side-words';
import type { TitleIndex } from './title-index';
import type { ReadingKind, WordReading } from './word-readings';

/** Weight of a word that no title has. */
const UNKNOWN_WEIGHT = 7;
/** Words that count less are beside the work: ranks and circumstances. */
const BESIDE = 0.3;
const ASIDE = { known: 0.6, unknown: 0.1, from: 0.35 } as const;

export interface Meaning {
  /** Number of a known word. */
  readonly word: number;
  readonly quality: number;
}

/** One word of the title that is asked for. */
export interface AskedWord {
  readonly written: string;
  /** What it is taken for, in singular. */
  readonly text: string;
  readonly kind: ReadingKind;
  readonly counts: number;
  /** How rare the word is; what coverage is measured in. */
  readonly weight: number;
  readonly meanings: readonly Meaning[];
  /** Number of the word as written; undefined when no title has it so. */
  readonly spelling: number | undefined;
}

/** A title as it is compared with the index. */
export interface TitleQuestion {
  readonly words: readonly AskedWord[];
  readonly band: RoleBand | null;
  /** Runs of three letters that are looked for, with how much each counts. */
  readonly runs: ReadonlyMap<number, number>;
  /** Runs of three letters of the title with abbreviations written out, and how many there are with unknown ones. */
  readonly wholeRuns: ReadonlySet<number>;
  readonly wholeRunCount: number;
}

/** Reads a title against the words of the index. `read` tells what a word may mean (readWord). */
export function askTitle(
  index: TitleIndex,
  title: string,
  read: (word: string) => readonly WordReading[],
): TitleQuestion {
  const { words: readWords, band } = readTitle(title);
  const words = readWords.flatMap(({ text, counts, aside }): AskedWord[] => {
    const readings = isCircumstance(text) ? read(text).filter(({ kind }) => kind === 'same') : read(text);
    const known = readings.length > 0;
    const least = known ? ASIDE.known : ASIDE.unknown;
    const share = !aside
      ? counts
      : counts > ASIDE.from
        ? least
        : known
          ? counts
          : Math.min(counts, ASIDE.unknown);
    const meanings = singleMeanings(index, readings);
    const several = readings.find((reading) => reading.text.includes(' '));
    if (meanings.length === 0 && several) return writtenOut(index, { text, several, counts: share });
    const first = meanings[0];
    const taken = first
      ? readings.find((reading) => index.vocabulary.words.find(reading.text) === first.word)
      : undefined;
    return [
      {
        written: text,
        text: taken?.text ?? singular(text),
        kind: taken?.kind ?? 'same',
        counts: share,
        weight: first ? (index.vocabulary.weights[first.word] ?? 0) : UNKNOWN_WEIGHT,
        meanings,
        spelling: index.forms.spellings.find(text),
      },
    ];
  });
  return { words, band, runs: askedRuns(index, words), ...wholeRuns(index, words) };
}

function singleMeanings({ vocabulary }: TitleIndex, readings: readonly WordReading[]): Meaning[] {
  return readings.flatMap(({ text, quality }) => {
    const word = vocabulary.words.find(singular(text));
    return word === undefined ? [] : [{ word, quality }];
  });
}

/** An abbreviation of several words, which no title has as it is: its words take its place. */
function writtenOut(
  { vocabulary }: TitleIndex,
  { text, several, counts }: { text: string; several: WordReading; counts: number },
): AskedWord[] {
  return several.text.split(' ').map((long) => {
    const word = vocabulary.words.find(singular(long));
    return {
      written: text,
      text: singular(long),
      kind: several.kind,
      counts,
      weight: word === undefined ? UNKNOWN_WEIGHT : (vocabulary.weights[word] ?? 0),
      meanings: word === undefined ? [] : [{ word, quality: 0.95 }],
      spelling: undefined,
    };
  });
}

/** What the word is compared by its letters as: itself, unless it is taken for another word. */
function spelt({ written, text }: AskedWord): string {
  return singular(written) === text ? written : text;
}

function askedRuns({ runs }: TitleIndex, words: readonly AskedWord[]): Map<number, number> {
  const asked = new Map<number, number>();
  const ask = (text: string, counts: number) => {
    for (const number of runs.findParts(text, runsOfThree).known)
      asked.set(number, Math.max(asked.get(number) ?? 0, counts));
  };
  for (const word of words) {
    const several =
      singular(word.written) !== word.text &&
      word.kind === 'abbreviation' &&
      word.meanings[0]?.quality === 0.95;
    if (!several) ask(word.written, word.counts);
    if (singular(word.written) !== word.text) ask(word.text, word.counts * (word.meanings[0]?.quality ?? 1));
  }
  return asked;
}

/** The runs that whole titles are compared by; words that were passed over take no part. */
function wholeRuns({ runs }: TitleIndex, words: readonly AskedWord[]) {
  const known = new Set<number>();
  const unknown = new Set<string>();
  for (const word of words) {
    if (word.counts < BESIDE) continue;
    const found = runs.findParts(spelt(word), runsOfThree);
    for (const run of found.known) known.add(run);
    for (const run of found.unknown) unknown.add(run);
  }
  return { wholeRuns: known, wholeRunCount: known.size + unknown.size };
}

function runsOfThree(word: string): string[] {
  return letterRuns(word, 3);
}

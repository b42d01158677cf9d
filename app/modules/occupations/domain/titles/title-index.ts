import type { Numbering } from './numbering';
import type { OccupationLanguage } from './occupation-language';
import type { Postings } from './postings';
import type { TitleClassifier } from './title-classifier';

/** Lists of numbers one after the other: list k is items[start[k]] to items[start[k + 1] - 1]. */
export interface Lists {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** The titles of a release, each once. */
export interface ListedTitles {
  readonly texts: readonly string[];
  readonly folded: readonly string[];
  /** Runs of three letters of the whole title. */
  readonly runs: Lists;
  /** Under each title its occupations, with the strength of the kind of title (KIND_STRENGTH). */
  readonly owners: Postings;
}

/** The forms of the titles (title-forms.ts): what a title is compared with. */
export interface ListedForms {
  readonly count: number;
  readonly titleOf: Uint32Array;
  /** Words in singular, repeated ones too. */
  readonly words: Lists;
  /** The same words as written; numbers of `spellings`. */
  readonly written: Lists;
  readonly spellings: Numbering;
  /** Sum of the weights of its words. */
  readonly weight: Float64Array;
  /** Under each word, and under each run of three letters, the forms with it; value = its share of their length 1. */
  readonly byWord: Postings;
  readonly byRun: Postings;
}

export interface Vocabulary {
  readonly words: Numbering;
  /** How many forms have the word. */
  readonly counts: Uint32Array;
  /** Inverse document frequency, log(1 + forms / count). */
  readonly weights: Float64Array;
  /** Words that may be shortened (five letters or more, in five forms or more), by first letter. */
  readonly byFirstLetter: ReadonlyMap<string, readonly number[]>;
  /** Words by run of two letters. */
  readonly byLetterPair: ReadonlyMap<string, readonly number[]>;
}

export interface Languages {
  readonly word: OccupationLanguage;
  /** Last word of a title. */
  readonly head: OccupationLanguage;
  readonly lastTwo: OccupationLanguage;
  /** Words of tasks and description. */
  readonly text: OccupationLanguage;
  /** Beginnings (stem-of.ts) of words of tasks and description. */
  readonly stem: OccupationLanguage;
  /** Runs of five letters of the words of titles. */
  readonly letters: OccupationLanguage;
  /** Words and pairs of words of the minor group: the first four characters of the code. */
  readonly group: OccupationLanguage;
}

/** Everything that titles are matched by, computed from one release; no part changes after it is built. */
export interface TitleIndex {
  /** Codes in order; an occupation's number is its place here. */
  readonly socs: readonly string[];
  readonly occupationTitles: readonly string[];
  readonly groupOf: Uint32Array;
  /** log(1 + titles) of each occupation. */
  readonly size: Float64Array;
  readonly titles: ListedTitles;
  readonly forms: ListedForms;
  readonly vocabulary: Vocabulary;
  /** Runs of three letters, with their inverse document frequency. */
  readonly runs: Numbering;
  readonly runWeights: Float64Array;
  readonly languages: Languages;
  readonly classifier: TitleClassifier;
}

/** How much the kinds of title weigh in an occupation's language. */
export const KIND_STRENGTH = { alternate: 1, reported: 2, official: 3 } as const;

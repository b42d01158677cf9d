import { Numbering } from './numbering';
import { addPostings, type Postings, PostingsBuilder } from './postings';

/**
 * How occupations (or groups of them) speak: for each feature f and class c the logarithm of P(f|c) / P(f) under a
 * unigram model with Dirichlet smoothing, P(f|c) = (n(f,c) + m P(f)) / (n(c) + m). The part that every class has,
 * log(m / (n(c) + m)), is kept apart (`unseen`), so that only the classes that use a feature are listed under it.
 */
export interface OccupationLanguage {
  readonly features: Numbering;
  readonly classes: number;
  readonly postings: Postings;
  readonly unseen: Float64Array;
}

export class LanguageBuilder {
  readonly #features = new Numbering();
  readonly #counts: Map<number, number>[] = [];
  readonly #ofClass: Float64Array;
  readonly #smoothing: number;

  /** `smoothing`: m of the formula, in features. */
  constructor(classes: number, smoothing: number) {
    this.#ofClass = new Float64Array(classes);
    this.#smoothing = smoothing;
  }

  add(feature: string, klass: number, weight: number): void {
    const number = this.#features.number(feature);
    const counts = this.#counts[number] ?? new Map<number, number>();
    this.#counts[number] = counts;
    counts.set(klass, (counts.get(klass) ?? 0) + weight);
    this.#ofClass[klass] = (this.#ofClass[klass] ?? 0) + weight;
  }

  build(): OccupationLanguage {
    const all = this.#ofClass.reduce((sum, count) => sum + count, 0);
    const builder = new PostingsBuilder();
    this.#counts.forEach((counts, feature) => {
      let total = 0;
      for (const count of counts.values()) total += count;
      for (const [klass, count] of counts) {
        builder.add(feature, klass, Math.log(1 + (count * all) / (this.#smoothing * total)));
      }
    });
    return {
      features: this.#features,
      classes: this.#ofClass.length,
      postings: builder.build(this.#features.size),
      unseen: this.#ofClass.map((count) => Math.log(this.#smoothing / (count + this.#smoothing))),
    };
  }
}

export interface Spoken {
  readonly feature: string;
  /** How much the feature counts, 0 to 1. */
  readonly counts: number;
}

/** Adds factor times the log ratio of all features together to the sum of each class; unknown features say nothing. */
export function addLanguage(
  sums: Float64Array,
  language: OccupationLanguage,
  { features, factor }: { readonly features: readonly Spoken[]; readonly factor: number },
): void {
  let total = 0;
  for (const { feature, counts } of features) {
    const number = language.features.find(feature);
    if (number === undefined) continue;
    total += counts;
    addPostings(sums, language.postings, number, factor * counts);
  }
  addUnseen(sums, language, factor * total);
}

/** The same of the features that each of these words is made into. */
export function addWordParts(
  sums: Float64Array,
  language: OccupationLanguage,
  {
    words,
    partsOf,
    factor,
  }: {
    readonly words: readonly { readonly text: string; readonly counts: number }[];
    readonly partsOf: (word: string) => readonly string[];
    readonly factor: number;
  },
): void {
  let total = 0;
  for (const { text, counts } of words) {
    for (const number of language.features.findParts(text, partsOf).known) {
      total += counts;
      addPostings(sums, language.postings, number, factor * counts);
    }
  }
  addUnseen(sums, language, factor * total);
}

function addUnseen(sums: Float64Array, { unseen }: OccupationLanguage, factor: number): void {
  if (factor === 0) return;
  for (let klass = 0; klass < sums.length; klass++)
    sums[klass] = (sums[klass] ?? 0) + factor * (unseen[klass] ?? 0);
}

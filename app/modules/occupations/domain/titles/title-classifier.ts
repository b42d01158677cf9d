import { letterRuns } from './letter-runs';
import type { Numbering } from './numbering';
import { addPostings, type Postings } from './postings';
import { stemOf } from './stem-of';
import { wordPairs } from './title-forms';

/**
 * A linear model that tells occupations apart by the words of a title: the score of an occupation is its bias plus the
 * sum of what each feature says for it, divided by the root of the number of features. Only occupations whose listed
 * titles have a feature are listed under it; for all others it says nothing.
 */
export interface TitleClassifier {
  readonly features: Numbering;
  readonly postings: Postings;
  readonly bias: Float64Array;
}

/** What the model looks at: words, pairs of words, first and last word, beginnings of words and runs of five letters. */
export function classifierFeatures(words: readonly string[]): string[] {
  const features = new Set<string>();
  for (const word of words) {
    features.add(`word ${word}`);
    if (stemOf(word) !== word) features.add(`stem ${stemOf(word)}`);
    for (const run of letterRuns(word, 5)) features.add(`run ${run}`);
  }
  for (const pair of wordPairs(words)) features.add(`pair ${pair}`);
  features.add(`first ${words[0] ?? ''}`);
  features.add(`last ${words.at(-1) ?? ''}`);
  return [...features];
}

/** Adds factor times the score of each occupation; words without a known feature add nothing. */
export function addClassified(
  sums: Float64Array,
  { features, postings, bias }: TitleClassifier,
  { words, factor }: { readonly words: readonly string[]; readonly factor: number },
): void {
  if (factor === 0 || words.length === 0) return;
  const known = classifierFeatures(words).flatMap((feature) => features.find(feature) ?? []);
  if (known.length === 0) return;
  const share = factor / Math.sqrt(known.length);
  for (const feature of known) addPostings(sums, postings, feature, share);
  bias.forEach((value, occupation) => {
    sums[occupation] = (sums[occupation] ?? 0) + factor * value;
  });
}

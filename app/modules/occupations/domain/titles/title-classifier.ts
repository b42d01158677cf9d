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
  return [...new Set([...words.flatMap(featuresOfWord), ...featuresOfPlaces(words)])];
}

function featuresOfWord(word: string): string[] {
  const stem = stemOf(word);
  const runs = letterRuns(word, 5).map((run) => `run ${run}`);
  return [`word ${word}`, ...(stem === word ? [] : [`stem ${stem}`]), ...runs];
}

function featuresOfPlaces(words: readonly string[]): string[] {
  const pairs = wordPairs(words).map((pair) => `pair ${pair}`);
  return [...pairs, `first ${words[0] ?? ''}`, `last ${words.at(-1) ?? ''}`];
}

/** Adds factor times the score of each occupation; words without a known feature add nothing. */
export function addClassified(
  sums: Float64Array,
  { features, postings, bias }: TitleClassifier,
  { words, factor }: { readonly words: readonly string[]; readonly factor: number },
): void {
  if (factor === 0 || words.length === 0) return;
  const known = new Set<number>();
  for (const word of words)
    for (const feature of features.findParts(word, featuresOfWord).known) known.add(feature);
  for (const feature of featuresOfPlaces(words)) {
    const number = features.find(feature);
    if (number !== undefined) known.add(number);
  }
  if (known.size === 0) return;
  const share = factor / Math.sqrt(known.size);
  for (const feature of known) addPostings(sums, postings, feature, share);
  bias.forEach((value, occupation) => {
    sums[occupation] = (sums[occupation] ?? 0) + factor * value;
  });
}

/**
 * What speaks for an occupation. Of its listed titles: `similarity`, `fit`, `letters` and `verbatim` are the highest of
 * similar-titles.ts; `near` and `samest` say how close it comes to the best of all occupations; `votes` and `sharpVotes`
 * are logarithms of the sums over its similar titles, the second of the very similar ones only, and `groupVotes` of its
 * minor group's. Of how it is spoken of, as log probability ratios: `word`, `head` (last word), `lastTwo`, `text` and
 * `stem` (words, and their beginnings, of tasks and description), `runs` (of five letters), `group` (words and pairs of
 * words of the minor group). `size` is the logarithm of how many titles it has, `learned` the score of
 * title-classifier.ts.
 */
export const SIGNALS = [
  'similarity',
  'near',
  'fit',
  'samest',
  'letters',
  'verbatim',
  'votes',
  'sharpVotes',
  'groupVotes',
  'word',
  'head',
  'lastTwo',
  'text',
  'stem',
  'runs',
  'size',
  'group',
  'learned',
] as const;

export type Signal = (typeof SIGNALS)[number];
export type SignalWeights = Readonly<Record<Signal, number>>;

/** For titles that are (nearly) listed ones; fitted by test/bench/fit-titles.ts on development titles. */
export const FAMILIAR_WEIGHTS: SignalWeights = {
  similarity: -1.261,
  near: -3.693,
  fit: -1.259,
  samest: 2.6,
  letters: 2.871,
  verbatim: 4.79,
  votes: -0.089,
  sharpVotes: 1.154,
  groupVotes: 0.085,
  word: 0.073,
  head: -0.032,
  lastTwo: 0.066,
  text: 0.049,
  stem: 0.053,
  runs: -0.008,
  size: 0.241,
  group: 0.058,
  learned: 0.121,
};

/** For titles that stand in no list; fitted likewise. */
export const UNFAMILIAR_WEIGHTS: SignalWeights = {
  similarity: 3.497,
  near: -1.782,
  fit: -4.312,
  samest: 0.273,
  letters: 1.277,
  verbatim: 0,
  votes: 0.264,
  sharpVotes: 0.284,
  groupVotes: 0.077,
  word: 0.018,
  head: 0.091,
  lastTwo: 0.045,
  text: 0.032,
  stem: 0.154,
  runs: 0.006,
  size: 0.206,
  group: 0.051,
  learned: 0.474,
};

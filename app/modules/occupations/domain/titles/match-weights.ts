/**
 * What speaks for an occupation. Of its listed titles: `similarity`, `fit`, `letters` and `verbatim` are the highest of
 * similar-titles.ts; `near` and `samest` say how close it comes to the best of all occupations; `votes` and `sharpVotes`
 * are logarithms of the sums over its similar titles, the second of the very similar ones only, and `groupVotes`
 * of its minor group's. Of how it is spoken of,
 * as log probability ratios: `word`, `head` (last word), `lastTwo`, `text` and `stem` (words, and their
 * beginnings, of tasks and description), `runs` (of five
 * letters), `group` (words and pairs of words of the minor group). `size` is the logarithm of how many titles it has.
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
] as const;

export type Signal = (typeof SIGNALS)[number];
export type SignalWeights = Readonly<Record<Signal, number>>;

/** For titles that are (nearly) listed ones; fitted by test/bench/fit-titles.ts on development titles. */
export const FAMILIAR_WEIGHTS: SignalWeights = {
  similarity: -1.41,
  near: -3.47,
  fit: -1.882,
  samest: 2.123,
  letters: 3.699,
  verbatim: 4.582,
  votes: 0.144,
  sharpVotes: 1.094,
  groupVotes: 0.098,
  word: 0.053,
  head: -0.02,
  lastTwo: 0.076,
  text: 0.062,
  stem: 0.037,
  runs: -0.001,
  size: 0.318,
  group: 0.058,
};

/** For titles that stand in no list; fitted likewise. */
export const UNFAMILIAR_WEIGHTS: SignalWeights = {
  similarity: 2.092,
  near: -1.675,
  fit: -5.156,
  samest: 0.333,
  letters: 2.369,
  verbatim: 0,
  votes: 0.787,
  sharpVotes: 0.408,
  groupVotes: 0.053,
  word: 0.075,
  head: 0.175,
  lastTwo: 0.049,
  text: 0.029,
  stem: 0.174,
  runs: 0.028,
  size: 0.449,
  group: 0.053,
};

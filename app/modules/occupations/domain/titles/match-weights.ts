/**
 * What speaks for an occupation. Of its listed titles: `similarity`, `fit`, `letters` and `verbatim` are the highest of
 * similar-titles.ts; `near` and `samest` say how close it comes to the best of all occupations; `votes` and `sharpVotes`
 * are logarithms of the sums over its similar titles, the second of the very similar ones only. Of how it is spoken of,
 * as log probability ratios: `word`, `head` (last word), `lastTwo`, `text` (tasks and description), `runs` (of five
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
  'word',
  'head',
  'lastTwo',
  'text',
  'runs',
  'size',
  'group',
] as const;

export type Signal = (typeof SIGNALS)[number];
export type SignalWeights = Readonly<Record<Signal, number>>;

/** For titles that are (nearly) listed ones; fitted by test/bench/fit-titles.ts on development titles. */
export const FAMILIAR_WEIGHTS: SignalWeights = {
  similarity: -1.527,
  near: -3.504,
  fit: -2.034,
  samest: 2.139,
  letters: 3.778,
  verbatim: 4.673,
  votes: 0.201,
  sharpVotes: 1.119,
  word: 0.048,
  head: -0.013,
  lastTwo: 0.073,
  text: 0.091,
  runs: -0.001,
  size: 0.308,
  group: 0.062,
};

/** For titles that stand in no list; fitted likewise. */
export const UNFAMILIAR_WEIGHTS: SignalWeights = {
  similarity: 2.101,
  near: -1.653,
  fit: -5.198,
  samest: 0.344,
  letters: 2.339,
  verbatim: -26.864,
  votes: 0.884,
  sharpVotes: 0.393,
  word: 0.072,
  head: 0.179,
  lastTwo: 0.048,
  text: 0.146,
  runs: 0.029,
  size: 0.409,
  group: 0.057,
};

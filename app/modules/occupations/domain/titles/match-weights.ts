/** What speaks for an occupation; see score-occupations.ts for each. */
export const SIGNALS = [
  'similarity',
  'sameness',
  'samest',
  'near',
  'fit',
  'fitNear',
  'fitAround',
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
  similarity: -2.254,
  sameness: 0,
  samest: 0,
  near: 0,
  fit: 0,
  fitAround: 0,
  fitNear: 0.448,
  letters: 2.792,
  verbatim: 2.436,
  votes: 0.57,
  sharpVotes: 0.662,
  word: -0.012,
  head: 0.126,
  lastTwo: 0.061,
  text: 0.106,
  runs: 0.012,
  size: 0.213,
  group: 0.049,
};

/** For titles that stand in no list; fitted likewise. */
export const UNFAMILIAR_WEIGHTS: SignalWeights = {
  similarity: -2.242,
  sameness: 0,
  samest: 0,
  near: 0,
  fit: 0,
  fitAround: 0,
  fitNear: -0.29,
  letters: 1.146,
  verbatim: 0,
  votes: 0.908,
  sharpVotes: 0.408,
  word: 0.063,
  head: 0.147,
  lastTwo: 0.033,
  text: 0.148,
  runs: 0.031,
  size: 0.417,
  group: 0.061,
};

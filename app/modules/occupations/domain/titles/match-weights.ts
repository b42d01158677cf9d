/** What speaks for an occupation; see score-occupations.ts for each. */
export const SIGNALS = [
  'similarity',
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
  'broad',
  'group',
] as const;

export type Signal = (typeof SIGNALS)[number];
export type SignalWeights = Readonly<Record<Signal, number>>;

const NONE = Object.fromEntries(SIGNALS.map((s) => [s, 0])) as unknown as SignalWeights;
export const FAMILIAR_WEIGHTS: SignalWeights = NONE;
export const UNFAMILIAR_WEIGHTS: SignalWeights = NONE;

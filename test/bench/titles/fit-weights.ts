import { createTitleMatcher } from '~/modules/occupations/domain/titles/match-title';
import { SIGNALS, type Signal, type SignalWeights } from '~/modules/occupations/domain/titles/match-weights';
import { familiarity, scoreOccupations } from '~/modules/occupations/domain/titles/score-occupations';
import type { TitleIndex } from '~/modules/occupations/domain/titles/title-index';
import type { Question } from './question-sets';

const CONSIDERED = 80;
const ROUNDS = 400;
const SHRINK = 1e-3;

/** The signals of the occupations considered for one question, and which of them are right. */
export interface Example {
  readonly familiar: number;
  readonly signals: readonly Float64Array[];
  readonly right: readonly boolean[];
}

/** Weights that are 1 for one signal and 0 for the others give that signal, as the score is a weighted sum. */
const only = (chosen: Signal) =>
  Object.fromEntries(
    SIGNALS.map((signal) => [signal, signal === chosen ? 1 : 0]),
  ) as unknown as SignalWeights;

/** Examples of questions whose right occupation is among those considered; `guide` says which are. */
export function examplesOf(
  index: TitleIndex,
  questions: readonly Question[],
  guide: SignalWeights,
): Example[] {
  const matcher = createTitleMatcher(index);
  return questions.flatMap(({ title, right }) => {
    const { question, support } = matcher.examine(title);
    const rough = scoreOccupations(index, { question, support, weights: guide });
    const considered = [...rough.keys()]
      .sort((a, b) => (rough[b] ?? 0) - (rough[a] ?? 0))
      .slice(0, CONSIDERED);
    const bySignal = SIGNALS.map((signal) =>
      scoreOccupations(index, { question, support, weights: only(signal) }),
    );
    const signals = considered.map((occupation) =>
      Float64Array.from(bySignal, (values) => values[occupation] ?? 0),
    );
    const rights = considered.map((occupation) => right.has(index.socs[occupation] ?? ''));
    return rights.includes(true) ? [{ familiar: familiarity(support), signals, right: rights }] : [];
  });
}

export interface FittedWeights {
  readonly familiar: SignalWeights;
  readonly unfamiliar: SignalWeights;
}

/** Both sets of weights together, mixed by familiarity as the matcher mixes them (softmax over those considered; Adam). */
export function fitWeights(examples: readonly Example[]): FittedWeights {
  const doubled = examples.map(double);
  const scale = scaleOf(doubled);
  const weights = new Float64Array(scale.length);
  const mean = new Float64Array(scale.length);
  const square = new Float64Array(scale.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeOf(doubled, weights, scale);
    for (let at = 0; at < scale.length; at++) {
      const value = (slope[at] ?? 0) + SHRINK * (weights[at] ?? 0);
      const first = 0.9 * (mean[at] ?? 0) + 0.1 * value;
      const second = 0.99 * (square[at] ?? 0) + 0.01 * value * value;
      mean[at] = first;
      square[at] = second;
      const step = first / (1 - 0.9 ** round) / (Math.sqrt(second / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - 0.08 * step;
    }
  }
  const named = (from: number) =>
    Object.fromEntries(
      SIGNALS.map((signal, at) => [
        signal,
        Number(((weights[from + at] ?? 0) / (scale[from + at] ?? 1)).toFixed(3)),
      ]),
    ) as unknown as SignalWeights;
  return { familiar: named(0), unfamiliar: named(SIGNALS.length) };
}

interface Doubled {
  readonly right: readonly boolean[];
  readonly signals: readonly Float64Array[];
}

/** Each signal twice: times familiarity, and times what is left of 1. */
function double({ familiar, signals, right }: Example): Doubled {
  const twice = (values: Float64Array) =>
    Float64Array.from([
      ...values.map((value) => value * familiar),
      ...values.map((value) => value * (1 - familiar)),
    ]);
  return { right, signals: signals.map(twice) };
}

/** Standard deviation of each signal. */
function scaleOf(examples: readonly Doubled[]): Float64Array {
  const all = examples.flatMap(({ signals }) => signals);
  return Float64Array.from({ length: 2 * SIGNALS.length }, (_, at) => {
    const mean = all.reduce((sum, values) => sum + (values[at] ?? 0), 0) / all.length;
    return Math.sqrt(all.reduce((sum, values) => sum + ((values[at] ?? 0) - mean) ** 2, 0) / all.length) || 1;
  });
}

/** Gradient of the mean of -log P(a right occupation). */
function slopeOf(examples: readonly Doubled[], weights: Float64Array, scale: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  const scaled = weights.map((weight, at) => weight / (scale[at] ?? 1));
  for (const { signals, right } of examples) {
    const sums = signals.map((values) =>
      values.reduce((sum, value, at) => sum + value * (scaled[at] ?? 0), 0),
    );
    const top = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp(sum - top));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const allRight = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
    shares.forEach((share, candidate) => {
      const error = share / all - (right[candidate] ? share / allRight : 0);
      if (Math.abs(error) < 1e-6) return;
      const values = signals[candidate];
      if (!values) return;
      for (let at = 0; at < slope.length; at++) {
        slope[at] = (slope[at] ?? 0) + (error * (values[at] ?? 0)) / (scale[at] ?? 1) / examples.length;
      }
    });
  }
  return slope;
}

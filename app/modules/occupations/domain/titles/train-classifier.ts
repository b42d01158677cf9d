import type { FormOfTitle } from './list-forms';
import { Numbering } from './numbering';
import { type Postings, PostingsBuilder } from './postings';
import { classifierFeatures, type TitleClassifier } from './title-classifier';
import type { ListedTitles } from './title-index';

/** Passes over the titles, length of a step, and the share of features left out of each; by trial on development titles. */
const PASSES = 3;
const STEP = 1.2;
const BIAS_STEP = 0.05;
const LEFT_OUT = 0.2;
/** Slopes less than this are not worth a step. */
const LEAST = { feature: 1e-4, bias: 1e-3 } as const;

interface Example {
  readonly features: Uint32Array;
  /** The occupations that have the title; each is as right as the others. */
  readonly right: Uint32Array;
}

/**
 * Trains the model on the forms of the listed titles: multinomial logistic regression by stochastic gradient with a
 * step of its own for each weight (Adagrad). Order and left-out features follow a fixed sequence, so that the same
 * titles give the same model.
 */
export function trainClassifier(
  forms: readonly FormOfTitle[],
  titles: ListedTitles,
  classes: number,
): TitleClassifier {
  const features = new Numbering();
  const examples = forms.map(({ words, title }): Example => {
    const numbers = classifierFeatures(words).map((feature) => features.number(feature));
    const [from, to] = [titles.owners.start[title] ?? 0, titles.owners.start[title + 1] ?? 0];
    return { features: Uint32Array.from(numbers), right: titles.owners.ids.slice(from, to) };
  });
  const model = new Model(postingsOf(examples, features.size), classes);
  const random = sequence();
  const order = Uint32Array.from(examples.keys());
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      const kept = example?.features.filter(() => random() >= LEFT_OUT);
      if (example && kept && kept.length > 0) model.learn(kept, example.right);
    }
  }
  return { features, postings: model.postings, bias: model.bias };
}

/** Under each feature the occupations that have it in a title, all with weight 0. */
function postingsOf(examples: readonly Example[], features: number): Postings {
  const seen = Array.from({ length: features }, () => new Set<number>());
  for (const example of examples)
    for (const feature of example.features) for (const own of example.right) seen[feature]?.add(own);
  const builder = new PostingsBuilder();
  seen.forEach((classes, feature) => {
    for (const own of classes) builder.add(feature, own, 0);
  });
  return builder.build(features);
}

/** The weights while they are learned, each with the sum of its squared slopes. */
class Model {
  readonly postings: Postings;
  readonly bias: Float64Array;
  readonly #squares: Float32Array;
  readonly #biasSquares: Float64Array;
  readonly #errors: Float64Array;

  constructor(postings: Postings, classes: number) {
    this.postings = postings;
    this.bias = new Float64Array(classes);
    this.#squares = new Float32Array(postings.values.length).fill(0.01);
    this.#biasSquares = new Float64Array(classes).fill(1);
    this.#errors = new Float64Array(classes);
  }

  /** One step towards the right occupations of a title with these features. */
  learn(features: Uint32Array, right: Uint32Array): void {
    const share = 1 / Math.sqrt(features.length);
    this.#predict(features, share);
    for (const own of right) this.#errors[own] = (this.#errors[own] ?? 0) - 1 / right.length;
    this.#stepWeights(features, share);
    this.#stepBias();
  }

  /** The probability of each occupation. */
  #predict(features: Uint32Array, share: number): void {
    const errors = this.#errors;
    const { start, ids, values } = this.postings;
    errors.set(this.bias);
    for (const feature of features) {
      const end = start[feature + 1] ?? 0;
      for (let at = start[feature] ?? 0; at < end; at++) {
        const own = ids[at] ?? 0;
        errors[own] = (errors[own] ?? 0) + (values[at] ?? 0) * share;
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    for (const sum of errors) if (sum > top) top = sum;
    let all = 0;
    for (let own = 0; own < errors.length; own++) {
      const odds = Math.exp((errors[own] ?? 0) - top);
      errors[own] = odds;
      all += odds;
    }
    for (let own = 0; own < errors.length; own++) errors[own] = (errors[own] ?? 0) / all;
  }

  #stepWeights(features: Uint32Array, share: number): void {
    const errors = this.#errors;
    const { start, ids, values } = this.postings;
    const squares = this.#squares;
    for (const feature of features) {
      const end = start[feature + 1] ?? 0;
      for (let at = start[feature] ?? 0; at < end; at++) {
        const slope = (errors[ids[at] ?? 0] ?? 0) * share;
        if (Math.abs(slope) < LEAST.feature) continue;
        const square = (squares[at] ?? 0) + slope * slope;
        squares[at] = square;
        values[at] = (values[at] ?? 0) - (STEP * slope) / Math.sqrt(square);
      }
    }
  }

  #stepBias(): void {
    for (let own = 0; own < this.bias.length; own++) {
      const slope = this.#errors[own] ?? 0;
      if (Math.abs(slope) < LEAST.bias) continue;
      const square = (this.#biasSquares[own] ?? 0) + slope * slope;
      this.#biasSquares[own] = square;
      this.bias[own] = (this.bias[own] ?? 0) - (BIAS_STEP * slope) / Math.sqrt(square);
    }
  }
}

/** Numbers from 0 to 1 that look random and are the same each time (linear congruential, 2^32). */
function sequence(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

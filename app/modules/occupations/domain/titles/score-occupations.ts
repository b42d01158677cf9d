import { letterRuns } from './letter-runs';
import type { SignalWeights } from './match-weights';
import { addLanguage, addWordParts, type OccupationLanguage, type Spoken } from './occupation-language';
import { stemOf } from './stem-of';
import { addClassified } from './title-classifier';
import { lastTwo, wordPairs } from './title-forms';
import type { TitleIndex } from './title-index';
import type { AskedWord, TitleQuestion } from './title-question';
import type { TitleSupport } from './title-support';

/** Words that count at least this are part of the name of the work. */
const NAMING = 0.5;

/** Sameness (similar-titles.ts) at which a title is as likely one of the listed ones as not, and how sharply it turns. */
const FAMILIAR = 0.95;
const FAMILIAR_WIDTH = 0.02;

/** How surely the title is one of the listed ones, 0 to 1: where it is, likeness decides, else the language does. */
export function familiarity(support: ReadonlyMap<number, TitleSupport>): number {
  return 1 / (1 + Math.exp((FAMILIAR - highest(support, 'sameness')) / FAMILIAR_WIDTH));
}

function highest(support: ReadonlyMap<number, TitleSupport>, figure: 'sameness' | 'similarity'): number {
  let most = 0;
  for (const own of support.values()) most = Math.max(most, own[figure]);
  return most;
}

export interface Scored {
  readonly question: TitleQuestion;
  readonly support: ReadonlyMap<number, TitleSupport>;
  readonly weights: SignalWeights;
}

/**
 * The score of each occupation: the weighted sum of what its similar titles say (only for those that have one) and of
 * the log probability ratios of its languages (method 10). Its exponential is in proportion to the probability.
 */
export function scoreOccupations(index: TitleIndex, { question, support, weights }: Scored): Float64Array {
  const scores = index.size.map((size) => weights.size * size);
  addLanguages(scores, index, { words: question.words, weights });
  addGroupVotes(scores, index, { support, factor: weights.groupVotes });
  const best = { similarity: highest(support, 'similarity'), sameness: highest(support, 'sameness') };
  for (const [occupation, own] of support) {
    let sum = scores[occupation] ?? 0;
    sum += weights.similarity * own.similarity;
    sum += weights.near * (best.similarity ** 4 * Math.exp((own.similarity - best.similarity) / 0.1));
    sum += weights.fit * own.fit;
    sum += weights.samest * Math.exp((own.sameness - best.sameness) / 0.02);
    sum += weights.letters * own.letters;
    sum += weights.verbatim * own.verbatim;
    sum += weights.votes * Math.log(1 + own.votes / 0.1);
    sum += weights.sharpVotes * Math.log(1 + own.sharpVotes / 0.003);
    scores[occupation] = sum;
  }
  return scores;
}

interface Languages {
  readonly words: readonly AskedWord[];
  readonly weights: SignalWeights;
}

function addLanguages(scores: Float64Array, index: TitleIndex, { words, weights }: Languages): void {
  const { languages } = index;
  const all = words.map(({ text, counts }): Spoken => ({ feature: text, counts }));
  const stems = words.map(({ text, counts }): Spoken => ({ feature: stemOf(text), counts }));
  const naming = words.filter(({ counts }) => counts >= NAMING).map(({ text }) => text);
  const pair = lastTwo(naming);
  const whole = (features: readonly string[]) => features.map((feature): Spoken => ({ feature, counts: 1 }));
  const together = [...all, ...whole(wordPairs(naming))];
  addLanguage(scores, languages.word, { features: all, factor: weights.word });
  addLanguage(scores, languages.head, { features: whole(naming.slice(-1)), factor: weights.head });
  addLanguage(scores, languages.lastTwo, {
    features: pair === null ? [] : whole([pair]),
    factor: weights.lastTwo,
  });
  addLanguage(scores, languages.text, { features: all, factor: weights.text });
  addLanguage(scores, languages.stem, { features: stems, factor: weights.stem });
  addWordParts(scores, languages.letters, { words, partsOf: runsOfFive, factor: weights.runs });
  addClassified(scores, index.classifier, {
    words: naming.length > 0 ? naming : words.map(({ text }) => text),
    factor: weights.learned,
  });
  addGrouped(scores, languages.group, { of: index.groupOf, features: together, factor: weights.group });
}

function runsOfFive(word: string): string[] {
  return letterRuns(word, 5);
}

interface GroupVotes {
  readonly support: ReadonlyMap<number, TitleSupport>;
  readonly factor: number;
}

/** What the similar titles of all occupations of a minor group say together, for each of them. */
function addGroupVotes(scores: Float64Array, { groupOf }: TitleIndex, { support, factor }: GroupVotes): void {
  if (factor === 0) return;
  const votes = new Map<number, number>();
  for (const [occupation, own] of support) {
    const group = groupOf[occupation] ?? 0;
    votes.set(group, (votes.get(group) ?? 0) + own.votes);
  }
  groupOf.forEach((group, occupation) => {
    const sum = votes.get(group);
    if (sum !== undefined) scores[occupation] = (scores[occupation] ?? 0) + factor * Math.log(1 + sum / 0.1);
  });
}

interface Grouped {
  /** The class of each occupation. */
  readonly of: Uint32Array;
  readonly features: readonly Spoken[];
  readonly factor: number;
}

function addGrouped(
  scores: Float64Array,
  language: OccupationLanguage,
  { of, features, factor }: Grouped,
): void {
  if (factor === 0) return;
  const sums = new Float64Array(language.classes);
  addLanguage(sums, language, { features, factor });
  of.forEach((klass, occupation) => {
    scores[occupation] = (scores[occupation] ?? 0) + (sums[klass] ?? 0);
  });
}

import type { RoleBand } from '~/modules/people/domain/role-band';
import { explainMatch } from './explain-match';
import { FAMILIAR_WEIGHTS, SIGNALS, type SignalWeights, UNFAMILIAR_WEIGHTS } from './match-weights';
import { familiarity, scoreOccupations } from './score-occupations';
import { findSimilarTitles } from './similar-titles';
import type { TitleIndex } from './title-index';
import { type AskedWord, askTitle, type TitleQuestion } from './title-question';
import { supportByOccupation, type TitleSupport } from './title-support';
import { readWord, type WordReading } from './word-readings';

export interface TitleCandidate {
  /** O*NET-SOC code. */
  readonly soc: string;
  /** The occupation's own title. */
  readonly title: string;
  /** 0 to 1, falling within a list: how sure the match is. */
  readonly score: number;
  /** The listed title that speaks for it most. */
  readonly matchedTitle: string;
  /** Why, in words. */
  readonly reason: string;
}

export interface TitleMatch {
  readonly title: string;
  /** The role band that words of rank such as "Senior" or "II" hint at. */
  readonly bandHint?: RoleBand;
  readonly candidates: readonly TitleCandidate[];
}

export interface TitleMatcher {
  /** Up to `limit` occupations for a title, best first; none for a title without words. Never throws. */
  match(title: string, limit?: number): TitleMatch;
  /** What a title is scored from, for the bench that fits the weights. */
  examine(title: string): Examined;
}

export interface Examined {
  readonly question: TitleQuestion;
  readonly support: ReadonlyMap<number, TitleSupport>;
}

const MOST_REMEMBERED = 50_000;
export const DEFAULT_LIMIT = 5;

/** A matcher over an index. It keeps scratch space and what words were read as; its answers depend on the title alone. */
export function createTitleMatcher(index: TitleIndex): TitleMatcher {
  const sums = new Float64Array(index.forms.count);
  const remembered = new Map<string, readonly WordReading[]>();
  const read = (word: string) => {
    const known = remembered.get(word);
    if (known) return known;
    const readings = readWord(index.vocabulary, word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, readings);
    return readings;
  };
  const examine = (title: string): Examined => {
    const question = askTitle(index, title, read);
    const similar = question.words.length === 0 ? [] : findSimilarTitles(index, question, { title, sums });
    return { question, support: supportByOccupation(index, similar) };
  };
  return {
    examine,
    match: (title, limit = DEFAULT_LIMIT) => {
      const examined = examine(title);
      const { question } = examined;
      return {
        title,
        ...(question.band === null ? {} : { bandHint: question.band }),
        candidates: isMeaningful(index, examined) ? candidates(index, examined, limit) : [],
      };
    },
  };
}

/** Likeness of a listed title below which letters that form no known word say nothing. */
const LIKE = 0.3;

/** Whether titles or tasks know any of its words, or a listed title is like it letter by letter. */
function isMeaningful({ languages }: TitleIndex, { question, support }: Examined): boolean {
  const isKnown = ({ text, meanings }: AskedWord) =>
    meanings.length > 0 || languages.text.features.find(text) !== undefined;
  if (question.words.some(isKnown)) return true;
  return [...support.values()].some(({ similarity }) => similarity >= LIKE);
}

/** The highest scores as candidates; equal ones in order of code. */
function candidates(index: TitleIndex, { question, support }: Examined, limit: number): TitleCandidate[] {
  const familiar = familiarity(support);
  const scores = scoreOccupations(index, { question, support, weights: mixed(familiar) });
  const chosen = highest(scores, limit);
  const top = scores[chosen[0] ?? 0] ?? 0;
  const likelihood = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const first = support.get(chosen[0] ?? 0);
  const confidence = (1 - familiar) * likelihood + familiar * Math.max(likelihood, first?.fit ?? 0);
  return chosen.map((occupation) => {
    const share = Math.exp(((scores[occupation] ?? 0) - top) * (1 - familiar / 2));
    const own = support.get(occupation);
    return {
      soc: index.socs[occupation] ?? '',
      title: index.occupationTitles[occupation] ?? '',
      score: Math.round(confidence * share * 10_000) / 10_000,
      ...explainMatch(index, { question, support: own, occupation }),
    };
  });
}

function mixed(familiar: number): SignalWeights {
  const weight = (signal: (typeof SIGNALS)[number]) =>
    familiar * FAMILIAR_WEIGHTS[signal] + (1 - familiar) * UNFAMILIAR_WEIGHTS[signal];
  return Object.fromEntries(SIGNALS.map((signal) => [signal, weight(signal)])) as unknown as SignalWeights;
}

/** The places of the highest scores, best first. */
function highest(scores: Float64Array, limit: number): number[] {
  const chosen: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    const last = chosen.at(-1);
    if (chosen.length >= limit && last !== undefined && score <= (scores[last] ?? 0)) continue;
    let at = chosen.length;
    while (at > 0 && (scores[chosen[at - 1] ?? 0] ?? 0) < score) at--;
    chosen.splice(at, 0, place);
    if (chosen.length > limit) chosen.pop();
  }
  return chosen;
}

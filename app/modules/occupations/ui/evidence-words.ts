import { exposureWords, NO_DATA } from '../domain/ai-evidence/exposure-words';
import type { EvidenceResource } from '../domain/api-schemas';

const SOURCES: Readonly<Record<string, string>> = {
  aei: 'Anthropic Economic Index',
  safi: 'Skill Automation Feasibility Index',
  wef: 'WEF skills taxonomy',
  working_with_ai: 'Working with AI (Microsoft Research)',
  gpts_are_gpts: 'GPTs are GPTs (OpenAI and University of Pennsylvania)',
};

interface MeasureWords {
  readonly name: string;
  /** What the figure says, for somebody who has never seen it. */
  readonly meaning: string;
}

const MEASURES: Readonly<Record<string, MeasureWords>> = {
  observed_exposure: {
    name: 'Observed exposure',
    meaning: 'How much of this work shows up in observed use of Claude.',
  },
  tasks_with_observed_use: {
    name: 'Tasks with observed use',
    meaning: 'Tasks of this occupation for which any use of Claude was seen.',
  },
  conversation_share: {
    name: 'Share of conversations',
    meaning: 'Part of all conversations that is about tasks of this occupation.',
  },
  task_observations: {
    name: 'Task observations',
    meaning: 'Conversations about its tasks that the next figures rest on.',
  },
  augment_share: {
    name: 'Augment share',
    meaning: 'Conversations in which people work with AI, rather than hand the task over.',
  },
  time_saved: {
    name: 'Time saved',
    meaning: "The publisher's estimate for tasks done with AI, against doing them without.",
  },
  ai_autonomy: {
    name: 'AI autonomy',
    meaning: 'How much people leave to AI to decide: 1 very little, 5 all of it.',
  },
  top_skill: { name: 'Top skill', meaning: 'The most important skill of the occupation that has a score.' },
  score: { name: 'Score', meaning: 'How far language models manage test tasks that rest on that skill.' },
  cluster: { name: 'Cluster', meaning: 'The group of skills that the occupation is counted under.' },
  ai_applicability_score: {
    name: 'AI applicability',
    meaning: 'How well what people did with Copilot covers the activities of this occupation.',
  },
  dv_rating_beta: {
    name: 'Reach, rated by a model',
    meaning: 'Tasks that a language model could speed up; those that need more software count half.',
  },
  human_rating_beta: {
    name: 'Reach, rated by people',
    meaning: 'The same question, answered by people: an estimate of reach, not of use.',
  },
};

/** What an evidence pack has at best; what is missing of it reads "no data". */
const EXPECTED = ['observed_exposure', 'augment_share', 'time_saved', 'ai_autonomy', 'score', 'cluster'];

const SHARES: ReadonlySet<string> = new Set(['dv_rating_beta', 'human_rating_beta']);
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A key of a file as words: category_estimate is "category estimate". */
export const asWords = (key: string) => key.replaceAll('_', ' ');

/** The name of a source of evidence. */
export const sourceName = (source: string) => SOURCES[source] ?? asWords(source);

/** The name of a measure. */
export const measureName = (measure: string) => MEASURES[measure]?.name ?? asWords(measure);

/** What a measure says in one plain sentence; undefined for one that is not known. */
export const measureMeaning = (measure: string) => MEASURES[measure]?.meaning;

/** A count with separators, or "no data". */
export const countText = (count: number | undefined) =>
  count === undefined ? NO_DATA : number.format(count);

type Shown = Pick<EvidenceResource, 'value'> & Partial<Pick<EvidenceResource, 'measure' | 'unit' | 'n'>>;

/**
 * A measure's value with its unit: 61.5 %, 3.1 of 5, 48.2 of 100, 5 of 28 tasks, 1,204. An exposure of 0 is "none
 * observed". Words stay as they are.
 */
export function valueText({ value, unit, measure, n }: Shown): string {
  if (typeof value === 'string') return value === '' ? NO_DATA : value;
  if (measure === 'observed_exposure') return exposureWords(value);
  const figure = number.format(value);
  if (unit === '0-1')
    return SHARES.has(measure ?? '') ? `${percent.format(value * 100)} %` : `${figure} of 1`;
  if (unit === '%') return `${figure} %`;
  if (unit === '1-5') return `${figure} of 5`;
  if (unit === '0-100') return `${figure} of 100`;
  if (unit === 'tasks') return n === undefined ? `${figure} tasks` : `${figure} of ${number.format(n)} tasks`;
  return figure;
}

/** Measures that the pack could have and of which it says nothing. */
export function missingMeasures(evidence: readonly EvidenceResource[]): string[] {
  const told = new Set(evidence.map(({ measure }) => measure));
  return EXPECTED.filter((measure) => !told.has(measure));
}

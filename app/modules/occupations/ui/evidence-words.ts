import type { EvidenceResource } from '../domain/api-schemas';

const SOURCES: Readonly<Record<string, string>> = {
  aei: 'Anthropic Economic Index',
  safi: 'Skill Automation Feasibility Index',
  wef: 'WEF skills taxonomy',
};
const MEASURES: Readonly<Record<string, string>> = {
  task_observations: 'Task observations',
  augment_share: 'Augment share',
  time_saved: 'Time saved',
  ai_autonomy: 'AI autonomy',
  top_skill: 'Top skill',
  score: 'Score',
  cluster: 'Cluster',
  cluster_slug: 'Key of the cluster',
};
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A key of a file as words: category_estimate is "category estimate". */
export const asWords = (key: string) => key.replaceAll('_', ' ');

/** The name of a source of evidence. */
export const sourceName = (source: string) => SOURCES[source] ?? asWords(source);

/** The name of a measure. */
export const measureName = (measure: string) => MEASURES[measure] ?? asWords(measure);

/** A count with separators, or "no data". */
export const countText = (count: number | undefined) =>
  count === undefined ? 'no data' : number.format(count);

/** A measure's value with its unit: 61.5 %, 3.1 of 5, 48.2 of 100, 1,204. Words stay as they are. */
export function valueText({ value, unit }: Pick<EvidenceResource, 'value' | 'unit'>): string {
  if (typeof value === 'string') return value === '' ? 'no data' : value;
  const figure = number.format(value);
  if (unit === '%') return `${figure} %`;
  if (unit === '1-5') return `${figure} of 5`;
  if (unit === '0-100') return `${figure} of 100`;
  return figure;
}

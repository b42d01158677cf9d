import type { Citation, EvidenceMeasure } from '../document';
import { MAX_NAME_CHARS } from '../framework-limits';
import type { Line, LineCursor } from './line-cursor';

/** What a tooltip calls the release of its source. */
const RELEASES: Readonly<Record<string, RegExp>> = {
  aei: /release_\d{4}_\d{2}_\d{2}/u,
  safi: /arXiv:\d{4}\.\d{4,5}(?:v\d+)?/u,
  wef: /\b(?:19|20)\d{2}\b/u,
};

export interface RawEvidence {
  readonly aei: { observations: number; augment: number; saved: number; autonomy: number };
  readonly safi: { topSkill: string; score: number; precision: string };
  readonly wef: { cluster: string; slug: string };
}

function readField(cursor: LineCursor, name: string): Line {
  const line = cursor.next(`"${name}" of the evidence pack`);
  if (!line.text.startsWith(`${name}:`)) cursor.refuse(`"${name}:" is expected here.`, line);
  const text = line.text.slice(name.length + 1).trim();
  if (text === '' || text.length > MAX_NAME_CHARS) cursor.refuse(`"${name}" has no value to read.`, line);
  return { number: line.number, text };
}

interface FigureRule {
  readonly name: string;
  readonly shape: RegExp;
  readonly least: number;
  readonly most: number;
}

function readFigure(cursor: LineCursor, { name, shape, least, most }: FigureRule): number {
  const field = readField(cursor, name);
  const digits = shape.exec(field.text)?.[1];
  if (digits === undefined) return cursor.refuse(`"${name}" is not a figure of the expected form.`, field);
  const value = Number(digits.replaceAll(',', ''));
  if (value < least || value > most) cursor.refuse(`"${name}" must lie between ${least} and ${most}.`, field);
  return value;
}

const COUNT = /^(\d{1,3}(?:,\d{3}){0,3}|\d{1,12})$/u;
const PERCENT = /^(\d{1,3}(?:\.\d{1,4})?)\s?%$/u;
const PLAIN = /^(\d(?:\.\d{1,4})?)$/u;
const OF_HUNDRED = /^(\d{1,3}(?:\.\d{1,4})?)\s?\/\s?100$/u;

/** Takes the evidence pack: AEI usage, SAFI positioning, WEF cluster (formats 1.5), in this order. */
export function readEvidence(cursor: LineCursor): RawEvidence {
  const share = { shape: PERCENT, least: 0, most: 100 };
  cursor.expect('Evidence pack');
  cursor.expect('AEI usage');
  const aei = {
    observations: readFigure(cursor, { name: 'Task observations', shape: COUNT, least: 0, most: 1e12 }),
    augment: readFigure(cursor, { name: 'Augment share', ...share }),
    saved: readFigure(cursor, { name: 'Time saved', ...share }),
    autonomy: readFigure(cursor, { name: 'AI autonomy', shape: PLAIN, least: 1, most: 5 }),
  };
  cursor.expect('SAFI positioning');
  const safi = {
    topSkill: readField(cursor, 'Top skill').text,
    score: readFigure(cursor, { name: 'Score', shape: OF_HUNDRED, least: 0, most: 100 }),
    precision: readField(cursor, 'precision').text,
  };
  cursor.expect('WEF cluster');
  const cluster = cursor.next('the WEF cluster').text;
  const slug = cursor.next('the slug of the WEF cluster');
  if (!/^[a-z0-9_]{1,200}$/u.test(slug.text))
    cursor.refuse('The slug of the cluster is expected here.', slug);
  return { aei, safi, wef: { cluster, slug: slug.text } };
}

function releaseOf(source: string, citations: readonly Citation[]): string {
  for (const citation of citations) {
    const release = citation.source === source ? RELEASES[source]?.exec(citation.title)?.[0] : undefined;
    if (release) return release;
  }
  return 'unknown';
}

/**
 * The measures of an evidence pack. Releases are those that the page's citations name, else "unknown".
 * Units: % (0 to 100), 1-5, 0-100. `n` of the AEI figures is the number of task observations.
 */
export function evidenceMeasures(raw: RawEvidence, citations: readonly Citation[]): EvidenceMeasure[] {
  const { observations, augment, saved, autonomy } = raw.aei;
  const aei = { source: 'aei', release: releaseOf('aei', citations), n: observations, precision: null };
  const safi = { source: 'safi', release: releaseOf('safi', citations), n: null };
  const wef = { source: 'wef', release: releaseOf('wef', citations), unit: null, n: null, precision: null };
  return [
    { ...aei, measure: 'task_observations', value: observations, unit: 'observations' },
    { ...aei, measure: 'augment_share', value: augment, unit: '%' },
    { ...aei, measure: 'time_saved', value: saved, unit: '%' },
    { ...aei, measure: 'ai_autonomy', value: autonomy, unit: '1-5' },
    { ...safi, measure: 'top_skill', value: raw.safi.topSkill, unit: null, precision: null },
    { ...safi, measure: 'score', value: raw.safi.score, unit: '0-100', precision: raw.safi.precision },
    { ...wef, measure: 'cluster', value: raw.wef.cluster },
    { ...wef, measure: 'cluster_slug', value: raw.wef.slug },
  ];
}

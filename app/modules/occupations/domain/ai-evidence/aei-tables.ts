import type { SourceOrigin } from '../crosswalk/crosswalk-sources';
import { type FigureTable, SOC_OR_ONET } from './figure-table';

const AEI = {
  name: 'Anthropic Economic Index',
  licence: 'CC BY',
  attribution: 'Anthropic Economic Index, Anthropic. Data used under CC BY.',
  url: 'https://www.anthropic.com/economic-index',
};
const FIRST_RELEASE = 'release_2025_02_10';
const IMPACTS = 'labor_market_impacts';

/** Where a file of the Anthropic Economic Index comes from. */
export const aeiOrigin = (kind: string, release: string): SourceOrigin => ({ ...AEI, kind, release });

/** Observed exposure by SOC code: method.md 6 takes the exposure of an occupation from here. */
export const JOB_EXPOSURE: FigureTable = {
  origin: aeiOrigin('aei_job_exposure', IMPACTS),
  source: 'aei',
  subject: { kind: 'occupation', column: 'occ_code', grammar: SOC_OR_ONET },
  titleColumn: 'title',
  measures: [{ column: 'observed_exposure', measure: 'observed_exposure', unit: '0-1', min: 0, max: 1 }],
};

export const TASK_PENETRATION: FigureTable = {
  origin: aeiOrigin('aei_task_penetration', IMPACTS),
  source: 'aei',
  subject: { kind: 'task', column: 'task' },
  measures: [{ column: 'penetration', measure: 'task_penetration', unit: '0-1', min: 0, max: 1 }],
};

/** Share of all conversations that a task makes; lower-case texts of tasks, and `none`. */
const TASK_SHARE: FigureTable = {
  origin: aeiOrigin('aei_task_share', FIRST_RELEASE),
  source: 'aei',
  subject: { kind: 'task', column: 'task_name' },
  measures: [{ column: 'pct', measure: 'conversation_share', unit: '%', min: 0, max: 100 }],
};

const PATTERNS: FigureTable = {
  origin: aeiOrigin('aei_patterns', FIRST_RELEASE),
  source: 'aei',
  subject: { kind: 'pattern', column: 'interaction_type' },
  measures: [{ column: 'pct', measure: 'pattern_share', unit: '%', min: 0, max: 100 }],
};

/** The five patterns of working with AI as columns, and what was left out; shares of a task, 0 to 1. */
const PATTERN_COLUMNS = [
  'feedback_loop',
  'directive',
  'task_iteration',
  'validation',
  'learning',
  'filtered',
];
const TASK_PATTERNS: FigureTable = {
  origin: aeiOrigin('aei_task_patterns', 'release_2025_03_27'),
  source: 'aei',
  subject: { kind: 'task', column: 'task_name' },
  measures: PATTERN_COLUMNS.map((column) => ({ column, measure: column, unit: '0-1', min: 0, max: 1 })),
};

/** -1 is a missing value in every column. Pay below 1,000 is by the hour, the rest by the year. */
const WAGES: FigureTable = {
  origin: aeiOrigin('aei_wages', FIRST_RELEASE),
  source: 'aei',
  subject: { kind: 'occupation', column: 'SOCcode', grammar: SOC_OR_ONET },
  titleColumn: 'JobName',
  measures: [
    { column: 'JobZone', measure: 'job_zone', unit: 'zone', min: 1, max: 5, missing: -1 },
    { column: 'MedianSalary', measure: 'median_pay', unit: 'US dollars', min: 0, missing: -1 },
    { column: 'JobForecast', measure: 'job_openings', unit: 'openings', min: 0, missing: -1 },
    { column: 'ChanceAuto', measure: 'chance_of_automation', unit: '%', min: 0, max: 100, missing: -1 },
  ],
};

const EMPLOYMENT: FigureTable = {
  origin: aeiOrigin('aei_employment', FIRST_RELEASE),
  source: 'aei',
  subject: { kind: 'group', column: 'SOC or O*NET-SOC 2019 Title' },
  measures: [{ column: 'bls_distribution', measure: 'employment', unit: 'people', min: 0 }],
};

/** Files of the Anthropic Economic Index with one row a subject. */
export const AEI_TABLES: readonly FigureTable[] = [
  JOB_EXPOSURE,
  TASK_PENETRATION,
  TASK_SHARE,
  PATTERNS,
  TASK_PATTERNS,
  WAGES,
  EMPLOYMENT,
];

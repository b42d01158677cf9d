import type { SourceOrigin } from '../crosswalk/crosswalk-sources';
import { type FigureTable, type MeasureColumn, SOC_OR_ONET } from './figure-table';

const MICROSOFT = {
  name: 'Working with AI',
  release: '2025',
  licence: 'CC BY 4.0',
  attribution: 'Working with AI, Microsoft. Used under the CC BY 4.0 license.',
  url: 'https://github.com/microsoft/working-with-ai',
};
const OPENAI: SourceOrigin = {
  kind: 'gpts_occupations',
  name: 'GPTs are GPTs',
  release: '2023',
  licence: 'MIT',
  attribution: 'GPTs are GPTs: Eloundou, Manning, Mishkin and Rock.',
  url: 'https://github.com/openai/GPTs-are-GPTs',
};

const shares = (columns: readonly string[]): MeasureColumn[] =>
  columns.map((column) => ({ column, measure: column, unit: '0-1', min: 0, max: 1 }));
const bySides = (names: readonly string[]) => names.flatMap((name) => [`${name}_user`, `${name}_ai`]);

const APPLICABILITY: FigureTable = {
  origin: { ...MICROSOFT, kind: 'working_with_ai_scores' },
  source: 'working_with_ai',
  subject: { kind: 'occupation', column: 'SOC Code', grammar: SOC_OR_ONET },
  titleColumn: 'title',
  measures: shares(['ai_applicability_score']),
};

const APPLICABILITY_PARTS: FigureTable = {
  ...APPLICABILITY,
  origin: { ...MICROSOFT, kind: 'working_with_ai_metrics' },
  measures: shares(
    bySides([
      'coverage',
      'completion',
      'feedback_positive_fraction',
      'impact_scope',
      'ai_applicability_score',
    ]),
  ),
};

const ACTIVITIES: FigureTable = {
  origin: { ...MICROSOFT, kind: 'working_with_ai_activities' },
  source: 'working_with_ai',
  subject: { kind: 'activity', column: 'IWA', grammar: /^\d(\.([A-Z]|\d+|[a-z]{1,2}))*\.I\d{2}$/ },
  titleColumn: 'title',
  measures: shares(
    bySides([
      'share',
      'completion',
      'impact_scope',
      'feedback_positive_fraction',
      'completion_x_scope_x_coverage',
    ]),
  ),
};

const GPTS: FigureTable = {
  origin: OPENAI,
  source: 'gpts_are_gpts',
  subject: { kind: 'occupation', column: 'O*NET-SOC Code', grammar: SOC_OR_ONET },
  titleColumn: 'Title',
  measures: shares(
    ['dv_rating', 'human_rating'].flatMap((rater) =>
      ['alpha', 'beta', 'gamma'].map((name) => `${rater}_${name}`),
    ),
  ),
};

/** Published exposure of occupations to AI beside the Anthropic Economic Index; they never stand in for it. */
export const EXPOSURE_TABLES: readonly FigureTable[] = [APPLICABILITY_PARTS, APPLICABILITY, ACTIVITIES, GPTS];

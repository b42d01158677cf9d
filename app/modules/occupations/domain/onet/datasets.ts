import { column, type OnetColumn, type OnetDataset } from './dataset';

const columns = (...specs: readonly string[]): readonly OnetColumn[] => specs.map(column);

const SOC = 'O*NET-SOC Code > soc: soc';
const DATED = ['Date > dated: month?', 'Domain Source > domain_source: text?'];
const BOUNDS = [
  'N > n: integer??',
  'Standard Error > standard_error: number??',
  'Lower CI Bound > lower_bound: number??',
  'Upper CI Bound > upper_bound: number??',
  'Recommend Suppress > suppress: flag??',
];
const COMMODITY = ['Commodity Code > category_code: text', 'Commodity Title > category: text'];
const HOT = ['Hot Technology > hot: flag?', 'In Demand > in_demand: flag?'];

type Shape = Pick<OnetDataset, 'table' | 'columns'> & Partial<Pick<OnetDataset, 'fixed' | 'key' | 'repeats'>>;

function dataset(name: string, file: string, shape: Shape): OnetDataset {
  return { dataset: name, file, fixed: {}, key: ['soc'], repeats: 'refused', ...shape };
}

/** Skills, knowledge, abilities and work activities; work styles too, whose columns differ by layout. */
function ratings(name: string, file: string): OnetDataset {
  return dataset(name, file, {
    table: 'onet_ratings',
    fixed: { dataset: name },
    columns: columns(
      SOC,
      'Element ID > element_id: text',
      'Element Name > element_name: text',
      'Scale ID > scale_id: text',
      'Data Value > value: number?',
      ...BOUNDS,
      'Not Relevant > not_relevant: flag??',
      ...DATED,
    ),
    key: ['soc', 'element_id', 'scale_id'],
  });
}

function alternateTitles(file: string, header: string): OnetDataset {
  return dataset('alternate_titles', file, {
    table: 'onet_titles',
    fixed: { kind: 'alternate' },
    columns: columns(
      SOC,
      `${header} > title: text`,
      'Short Title > short_title: text?',
      'Source(s) > sources: text?',
    ),
    key: ['soc', 'title'],
    repeats: 'counted',
  });
}

const technology = (name: string, file: string, named: readonly string[]) =>
  dataset(name, file, {
    table: 'onet_technology',
    columns: columns(SOC, ...named, ...HOT),
    key: ['soc', 'example', 'category_code'],
    repeats: 'counted',
  });

const OCCUPATIONS: readonly OnetDataset[] = [
  dataset('occupation_data', 'Occupation Data', {
    table: 'onet_occupations',
    columns: columns(SOC, 'Title > title: text', 'Description > description: text'),
  }),
  alternateTitles('Alternate Titles', 'Alternate Title'),
  alternateTitles('Job Titles', 'Job Title'),
  dataset('reported_titles', 'Sample of Reported Titles', {
    table: 'onet_titles',
    fixed: { kind: 'reported' },
    columns: columns(
      SOC,
      'Reported Job Title > title: text',
      'Shown in My Next Move > in_my_next_move: flag?',
    ),
    key: ['soc', 'title'],
    repeats: 'counted',
  }),
  dataset('job_zones', 'Job Zones', {
    table: 'onet_job_zones',
    columns: columns(SOC, 'Job Zone > job_zone: zone', ...DATED),
  }),
  dataset('related_occupations', 'Related Occupations', {
    table: 'onet_related',
    columns: columns(
      SOC,
      'Related O*NET-SOC Code > related_soc: soc',
      'Relatedness Tier > tier: text',
      'Index > rank: integer',
    ),
    key: ['soc', 'related_soc'],
    repeats: 'counted',
  }),
];

const WORK: readonly OnetDataset[] = [
  dataset('task_statements', 'Task Statements', {
    table: 'onet_tasks',
    columns: columns(
      SOC,
      'Task ID > task_id: integer',
      'Task > task: text',
      'Task Type > task_type: text?',
      'Incumbents Responding > incumbents_responding: number?',
      ...DATED,
    ),
    key: ['soc', 'task_id'],
  }),
  dataset('task_ratings', 'Task Ratings', {
    table: 'onet_task_ratings',
    columns: columns(
      SOC,
      'Task ID > task_id: integer',
      'Scale ID > scale_id: text',
      'Category > category: integer?',
      'Data Value > value: number?',
      ...BOUNDS,
      ...DATED,
    ),
    key: ['soc', 'task_id', 'scale_id', 'category'],
  }),
  ratings('skills', 'Skills'),
  ratings('essential_skills', 'Essential Skills'),
  ratings('transferable_skills', 'Transferable Skills'),
  ratings('knowledge', 'Knowledge'),
  ratings('abilities', 'Abilities'),
  ratings('work_activities', 'Work Activities'),
  ratings('work_styles', 'Work Styles'),
  technology('technology_skills', 'Technology Skills', ['Example > example: text', ...COMMODITY]),
  technology('software_skills', 'Software Skills', [
    'Workplace Example > example: text',
    'Element ID > category_code: text',
    'Element Name > category: text',
  ]),
  dataset('tools_used', 'Tools Used', {
    table: 'onet_tools',
    columns: columns(SOC, 'Example > example: text', ...COMMODITY),
    key: ['soc', 'example', 'category_code'],
    repeats: 'counted',
  }),
];

const REFERENCE: readonly OnetDataset[] = [
  dataset('job_zone_reference', 'Job Zone Reference', {
    table: 'onet_job_zone_names',
    columns: columns(
      'Job Zone > job_zone: zone',
      'Name > name: text',
      'Experience > experience: text?',
      'Education > education: text?',
      'Job Training > training: text?',
      'Examples > examples: text?',
      'SVP Range > svp_range: text?',
    ),
    key: ['job_zone'],
  }),
  dataset('scales_reference', 'Scales Reference', {
    table: 'onet_scales',
    columns: columns(
      'Scale ID > scale_id: text',
      'Scale Name > name: text',
      'Minimum > minimum: number',
      'Maximum > maximum: number',
    ),
    key: ['scale_id'],
  }),
  dataset('content_model_reference', 'Content Model Reference', {
    table: 'onet_elements',
    columns: columns(
      'Element ID > element_id: text',
      'Element Name > name: text',
      'Description > description: text',
    ),
    key: ['element_id'],
  }),
];

/** The tables of a release that are read by name, in the order in which they are loaded. */
export const ONET_DATASETS: readonly OnetDataset[] = [...OCCUPATIONS, ...WORK, ...REFERENCE];

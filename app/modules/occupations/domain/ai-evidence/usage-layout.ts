import type { NamedCells } from '../source-table/column-reader';
import { readFigure } from '../source-table/read-figure';
import { quoted } from '../source-table/source-fault';
import { type Figure, SPECIALS, type SubjectKind } from './figure';
import { SOC_OR_ONET, subjectKeyOf } from './figure-table';
import { taskNumberKey } from './task-key';

/** Long formats of the Anthropic Economic Index (formats 1.8): one row a figure. */
export const FACET_COLUMNS = [
  'geo_id',
  'geography',
  'date_start',
  'date_end',
  'platform_and_product',
  'facet',
  'level',
  'variable',
  'cluster_name',
  'value',
] as const;
export const METRIC_COLUMNS = [
  'date_start',
  'date_end',
  'geo_id',
  'geo_level',
  'category_name',
  'hierarchy_level',
  'metric_id',
  'value',
  'node_name',
  'node_external_id',
] as const;

const NUMBER_OF_TASK = /^\d{1,9}$/;
const CATEGORY = '::';
const MOST_CHARACTERS = 2_000;

/** What a facet is about: its part before an intersection. */
function kindOf(facet: string): SubjectKind {
  const base = facet.split(CATEGORY)[0];
  if (base === 'onet_task') return 'task';
  if (base === 'collaboration') return 'pattern';
  return base === 'soc_occupation' ? 'occupation' : 'other';
}

/** Subject and category of a cluster: intersections are named `subject::category`; the subject may hold colons. */
function splitCluster(facet: string, cluster: string): readonly [string, string | null] {
  const at = facet.includes(CATEGORY) ? cluster.lastIndexOf(CATEGORY) : -1;
  return at < 0 ? [cluster, null] : [cluster.slice(0, at), cluster.slice(at + CATEGORY.length)];
}

const isGlobal = (geography: string) => geography.toLowerCase() === 'global';

function level(row: NamedCells<string>, column: string): number | null {
  const text = row.cell(column);
  if (text === '') return null;
  if (!/^\d{1,3}(\.0+)?$/.test(text))
    throw row.fault(`${column} is ${quoted(text)}; a whole number is expected.`);
  return Number(text);
}

function short(row: NamedCells<string>, column: string): string {
  const text = row.cell(column);
  if (text.length > MOST_CHARACTERS)
    throw row.fault(`${column} is longer than ${MOST_CHARACTERS} characters.`);
  return text;
}

/** A row of the releases of 2025-09-15 to 2026-03-24; null where its value is missing. Throws InvalidInput. */
export function readFacetRow(row: NamedCells<(typeof FACET_COLUMNS)[number]>): Figure | null {
  const cells = row as NamedCells<string>;
  const [facet, measure] = [row.cell('facet'), row.cell('variable')];
  if (facet === '' || measure === '') throw row.fault('facet and variable must not be empty.');
  const figure = readFigure(row, { column: 'value' });
  if (figure === null) return null;
  const [subject, category] = splitCluster(facet, short(cells, 'cluster_name'));
  const kind = kindOf(facet);
  const looked = isGlobal(row.cell('geography')) && !SPECIALS.has(subject);
  return {
    line: row.line,
    measure,
    subjectKind: kind,
    subject,
    subjectKey: looked ? subjectKeyOf(kind, subject) : null,
    title: null,
    category,
    facet,
    level: level(cells, 'level'),
    geoId: row.cell('geo_id'),
    figure,
    precision: null,
  };
}

/** A row of the releases from 2026-06-26 on; null where its value is missing. Throws InvalidInput. */
export function readMetricRow(row: NamedCells<(typeof METRIC_COLUMNS)[number]>): Figure | null {
  const cells = row as NamedCells<string>;
  const [facet, measure, id] = [
    row.cell('category_name'),
    row.cell('metric_id'),
    row.cell('node_external_id'),
  ];
  if (facet === '' || measure === '') throw row.fault('category_name and metric_id must not be empty.');
  const figure = readFigure(row, { column: 'value' });
  if (figure === null) return null;
  const name = short(cells, 'node_name');
  const kind = metricKind(facet, id);
  const key = kind === 'task' ? taskNumberKey(id) : kind === 'occupation' ? id : null;
  return {
    line: row.line,
    measure,
    subjectKind: kind,
    subject: id === '' ? name : id,
    subjectKey: isGlobal(row.cell('geo_level')) && !SPECIALS.has(name) ? key : null,
    title: name === '' ? null : name,
    category: null,
    facet,
    level: level(cells, 'hierarchy_level'),
    geoId: row.cell('geo_id'),
    figure,
    precision: null,
  };
}

/** Nodes of the hierarchies are told apart by their ids: numbers of tasks, codes of occupations, the groups above. */
function metricKind(category: string, id: string): SubjectKind {
  if (category === 'onet') return NUMBER_OF_TASK.test(id) ? 'task' : 'activity';
  if (category === 'soc_occupation') return SOC_OR_ONET.test(id) ? 'occupation' : 'group';
  return 'other';
}

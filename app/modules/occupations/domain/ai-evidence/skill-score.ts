import type { SourceOrigin } from '../crosswalk/crosswalk-sources';
import type { NamedCells } from '../source-table/column-reader';
import { readFigure } from '../source-table/read-figure';
import { quoted } from '../source-table/source-fault';
import type { Figure } from './figure';

/** Columns of a CSV of skill scores (formats 1.9). */
export const SKILL_SCORE_COLUMNS = ['skill_element_id', 'score', 'release', 'precision'] as const;

const ELEMENT = /^\d(\.([A-Z]|\d+|[a-z]{1,2}))*$/;

export const SKILL_SCORES: SourceOrigin = {
  kind: 'safi_scores',
  name: 'Skill Automation Feasibility Index',
  release: 'not stated',
  licence: null,
  attribution: 'Jadhav and Danve, Skill Automation Feasibility Index, arXiv:2604.06906.',
  url: 'https://arxiv.org/abs/2604.06906',
};

/**
 * One row of skill scores, 0 to 100; null where the score is missing.
 * @param release Of the whole file. Throws InvalidInput with the line for another one, and for bad cells.
 */
export function readSkillScore(
  row: NamedCells<(typeof SKILL_SCORE_COLUMNS)[number]>,
  release: string,
): Figure | null {
  const subject = row.cell('skill_element_id');
  const precision = row.cell('precision');
  if (!ELEMENT.test(subject))
    throw row.fault(`skill_element_id is ${quoted(subject)}; an O*NET element such as 2.A.1.a is expected.`);
  if (row.cell('release') !== release)
    throw row.fault(
      `release is ${quoted(row.cell('release'))}, and ${quoted(release)} above: one file is one release.`,
    );
  const figure = readFigure(row, { column: 'score', min: 0, max: 100 });
  if (figure === null) return null;
  return {
    line: row.line,
    measure: 'score',
    subjectKind: 'skill',
    subject,
    subjectKey: subject,
    title: null,
    category: null,
    facet: '',
    level: null,
    geoId: null,
    figure,
    precision: precision === '' ? null : precision,
  };
}

import type { NamedCells } from '../source-table/column-reader';
import { codeDetail } from './crosswalk-link';
import type { SocEntry, SocLevel } from './soc-hierarchy';

/** Columns of the structure of SOC 2018 with definitions. */
export const SOC_COLUMNS = ['SOC Group', 'SOC Code', 'SOC Title', 'SOC Definition'] as const;
const TITLE = 'SOC or O*NET-SOC 2019 Title';
const CODES = [
  ['Major Group', 'major'],
  ['Minor Group', 'minor'],
  ['Broad Occupation', 'broad'],
  ['Detailed Occupation', 'detailed'],
  ['Detailed O*NET-SOC', 'onet'],
] as const;
type CodeColumn = (typeof CODES)[number][0];

/** Columns of the structure of O*NET-SOC 2019: one column for each level, and the title. */
export const ONET_SOC_COLUMNS: readonly (CodeColumn | typeof TITLE)[] = [
  ...CODES.map(([name]) => name),
  TITLE,
];

const GRAMMAR: Readonly<Record<SocLevel, readonly [RegExp, string]>> = {
  major: [/^\d{2}-0000$/, '11-0000'],
  minor: [/^\d{2}-\d{2}00$/, '11-1000'],
  broad: [/^\d{2}-\d{3}0$/, '11-1010'],
  detailed: [/^\d{2}-\d{4}$/, '11-1011'],
  onet: [/^\d{2}-\d{4}\.\d{2}$/, '11-1011.03'],
};

function checked(entry: SocEntry, row: NamedCells<string>): SocEntry {
  const [grammar, example] = GRAMMAR[entry.level];
  if (!grammar.test(entry.code)) throw row.fault(codeDetail(`The ${entry.level} code`, entry.code, example));
  if (entry.title === '') throw row.fault(`${entry.code} has no title.`);
  return entry;
}

/** One row of the SOC 2018 structure. Throws InvalidInput with the line. */
export function readSocRow(row: NamedCells<(typeof SOC_COLUMNS)[number]>): SocEntry {
  const level = row.cell('SOC Group').toLowerCase();
  const known = CODES.find(([, name]) => name === level && name !== 'onet');
  if (!known) throw row.fault(`SOC Group is ${level}; Major, Minor, Broad or Detailed is expected.`);
  const definition = row.cell('SOC Definition');
  return checked(
    {
      line: row.line,
      level: known[1],
      code: row.cell('SOC Code'),
      title: row.cell('SOC Title'),
      definition: definition === '' ? null : definition,
    },
    row as NamedCells<string>,
  );
}

/** One row of the O*NET-SOC 2019 structure: exactly one of its code columns is filled. */
export function readOnetSocRow(row: NamedCells<CodeColumn | typeof TITLE>): SocEntry {
  const filled = CODES.filter(([name]) => row.cell(name) !== '');
  const [only] = filled;
  if (!only || filled.length > 1)
    throw row.fault(`The row has ${filled.length} codes; one code at one level is expected.`);
  const [column, level] = only;
  return checked(
    { line: row.line, level, code: row.cell(column), title: row.cell(TITLE), definition: null },
    row as NamedCells<string>,
  );
}

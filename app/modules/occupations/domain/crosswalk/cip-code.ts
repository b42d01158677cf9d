import type { NamedCells } from '../source-table/column-reader';
import { codeDetail } from './crosswalk-link';

/** Columns of the CIP 2020 code list. */
export const CIP_COLUMNS = [
  'CIPFamily',
  'CIPCode',
  'Action',
  'TextChange',
  'CIPTitle',
  'CIPDefinition',
  'CrossReferences',
  'Examples',
] as const;

const CIP = /^\d{2}(\.\d{2}(\d{2})?)?$/;

export interface CipCode {
  readonly line: number;
  readonly code: string;
  readonly family: string;
  readonly title: string;
  readonly definition: string;
  readonly action: string;
  readonly textChanged: boolean;
  readonly crossReferences: string;
  readonly examples: string;
}

/** One row of the code list. Throws InvalidInput with the line. */
export function readCipCode(row: NamedCells<(typeof CIP_COLUMNS)[number]>): CipCode {
  const code = row.cell('CIPCode');
  const family = row.cell('CIPFamily');
  const changed = row.cell('TextChange').toLowerCase();
  if (!CIP.test(code)) throw row.fault(codeDetail('CIPCode', code, '01.0101'));
  if (!/^\d{2}$/.test(family)) throw row.fault(codeDetail('CIPFamily', family, '01'));
  if (changed !== 'yes' && changed !== 'no')
    throw row.fault(`TextChange is ${changed}; yes or no is expected.`);
  return {
    line: row.line,
    code,
    family,
    title: row.cell('CIPTitle'),
    definition: row.cell('CIPDefinition'),
    action: row.cell('Action'),
    textChanged: changed === 'yes',
    crossReferences: row.cell('CrossReferences'),
    examples: row.cell('Examples'),
  };
}

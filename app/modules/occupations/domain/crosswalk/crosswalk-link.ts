import type { NamedCells } from '../source-table/column-reader';
import { quoted } from '../source-table/source-fault';

/** Columns of the CIP 2020 to SOC 2018 crosswalk. */
export const CROSSWALK_COLUMNS = ['CIP2020Code', 'CIP2020Title', 'SOC2018Code', 'SOC2018Title'] as const;

/** The codes by which the crosswalk says that there is no match. */
const NO_CIP = '99.9999';
const NO_SOC = '99-9999';

const PROGRAMME = /^\d{2}\.\d{4}$/;
const SOC = /^\d{2}-\d{4}$/;

export interface CrosswalkLink {
  readonly line: number;
  readonly cipCode: string;
  readonly cipTitle: string;
  readonly socCode: string;
  readonly socTitle: string;
  /** noSoc: the programme leads to no occupation; noCip: the occupation has no programme. */
  readonly unmatched: 'noSoc' | 'noCip' | null;
}

/**
 * One row of the crosswalk. Codes are text (formats 1.3): one that lost a zero is refused, not repaired.
 * Throws InvalidInput with the line.
 */
export function readCrosswalkLink(row: NamedCells<(typeof CROSSWALK_COLUMNS)[number]>): CrosswalkLink {
  const cipCode = row.cell('CIP2020Code');
  const socCode = row.cell('SOC2018Code');
  if (!PROGRAMME.test(cipCode)) throw row.fault(codeDetail('CIP2020Code', cipCode, '01.0101'));
  if (!SOC.test(socCode)) throw row.fault(codeDetail('SOC2018Code', socCode, '11-3013'));
  return {
    line: row.line,
    cipCode,
    cipTitle: row.cell('CIP2020Title'),
    socCode,
    socTitle: row.cell('SOC2018Title'),
    unmatched: socCode === NO_SOC ? 'noSoc' : cipCode === NO_CIP ? 'noCip' : null,
  };
}

/** What is wrong with a code; a number in its place is what a spreadsheet makes of it. */
export function codeDetail(column: string, code: string, example: string): string {
  const hint = /^\d+(\.\d+)?$/.test(code) ? ' Codes are text: a spreadsheet may have dropped a zero.' : '';
  return `${column} is ${quoted(code)}; a code such as ${example} is expected.${hint}`;
}

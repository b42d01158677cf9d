import { neutraliseFormula } from './formula-cell';

const QUOTED = /[",\r\n]|^\s|\s$/u;

function cellText(cell: string): string {
  const safe = neutraliseFormula(cell);
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line without its end, with cells neutralised as writeCsv does it. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cellText).join(',');
}

/**
 * Comma-separated text (RFC 4180) with a header, CRLF line ends and no byte order mark. Cells that a spreadsheet would
 * take for formulas are neutralised; readers take that back with `restoreFormula`. Names of columns stand as given.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [header.join(',')];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join('\r\n')}\r\n`;
}

const STRAY_QUOTE =
  'The quotes of this row are broken: a cell with a quote in it is enclosed in quotes and doubles it.';

/** Whether a quote inside an enclosed cell that is neither doubled nor at its end is taken as data. */
export interface QuoteRule {
  readonly loose: boolean;
}

/** Where a cell that starts with a quote ends: the place behind its closing quote; -1 where none closes it. */
function quoteEnd(record: string, open: number, { loose }: QuoteRule): number {
  let at = record.indexOf('"', open + 1);
  while (at >= 0) {
    const next = record[at + 1];
    if (next !== '"' && (!loose || next === ',' || next === undefined)) return at + 1;
    at = record.indexOf('"', at + (next === '"' ? 2 : 1));
  }
  return -1;
}

const meant = (inner: string) => inner.replaceAll('""', '"').replaceAll('\r\n', '\n');

interface Cell {
  readonly text: string;
  /** Place behind the cell in the record. */
  readonly end: number;
}

/** The cell that starts at a place of the record; or what is wrong with it. */
function cellAt(record: string, at: number, rule: QuoteRule): Cell | string {
  const open = record.startsWith('="', at) ? at + 1 : at;
  if (record[open] === '"') {
    const end = quoteEnd(record, open, rule);
    if (end < 0) return STRAY_QUOTE;
    if (end < record.length && record[end] !== ',') return record[end] === '\r' ? 'return' : STRAY_QUOTE;
    return { text: meant(record.slice(open + 1, end - 1)), end };
  }
  const comma = record.indexOf(',', at);
  const end = comma < 0 ? record.length : comma;
  const text = record.slice(at, end);
  if (text.includes('"')) return STRAY_QUOTE;
  return text.includes('\r') ? 'return' : { text, end };
}

/**
 * The cells of one record of comma-separated text without its line end; or what is wrong with it in words;
 * 'return' for a carriage return outside quotes.
 */
export function splitRecord(record: string, rule: QuoteRule = { loose: false }): string[] | string {
  if (!record.includes('"')) return record.includes('\r') ? 'return' : record.split(',');
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const cell = cellAt(record, at, rule);
    if (typeof cell === 'string') return cell;
    cells.push(cell.text);
    if (cell.end === record.length) return cells;
    at = cell.end;
  }
}

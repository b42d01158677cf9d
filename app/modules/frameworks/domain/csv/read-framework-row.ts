import type { FieldError } from '~/shared/errors';
import { restoreFormula } from '~/shared/formula-cell';
import { DIMENSIONS, type Dimension, DURABLE_DIMENSIONS, INSTRUMENTS, type Instrument } from '../dimension';
import type { Citation, SplitState } from '../document';
import { MAX_NAME_CHARS, MAX_STATEMENT_CHARS, MAX_STATEMENTS_PER_LEVEL } from '../framework-limits';
import { joinStatement } from '../split-statement';
import { textFault } from '../text-fault';
import { readCitationCell } from './citation-cell';
import type { FrameworkColumn } from './framework-columns';

/** One row of a framework file whose own cells are right. */
export interface FrameworkRow {
  readonly line: number;
  readonly soc: string;
  readonly instrument: Instrument;
  readonly version: string;
  readonly rank: number;
  readonly dimension: Dimension | null;
  /** Null where the cell is empty: then the order of the rows counts. */
  readonly position: number | null;
  readonly label: string;
  readonly behaviour: string;
  readonly citations: readonly Citation[];
  readonly split: SplitState;
  /** A cell as written; empty where the file has no such column. */
  readonly cell: (column: FrameworkColumn) => string;
}

export type FrameworkCells = Readonly<Record<FrameworkColumn, string | undefined>>;

const SOC = /^\d{2}-\d{4}\.\d{2}$/u;
const SPLITS: readonly SplitState[] = ['source', 'restored', 'unconfirmed'];

function quoted(text: string): string {
  const shown = Array.from(text);
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 60).join('')}…` : text);
}

/** The cells of one row, and what is wrong with them as `column: reason`. */
class RowReader {
  readonly faults: FieldError[] = [];
  readonly #cells: FrameworkCells;
  readonly #pointer: string;

  constructor(cells: FrameworkCells, pointer: string) {
    this.#cells = cells;
    this.#pointer = pointer;
  }

  fault(column: FrameworkColumn, reason: string | null): void {
    if (reason !== null) this.faults.push({ pointer: this.#pointer, detail: `${column}: ${reason}` });
  }

  /** The cell as written; empty where the file has no such column. */
  readonly cell = (column: FrameworkColumn): string => restoreFormula(this.#cells[column] ?? '');

  word(column: FrameworkColumn): string {
    return this.cell(column).trim();
  }

  /** One of these words in any case. */
  oneOf<Word extends string>(
    column: FrameworkColumn,
    words: readonly Word[],
    empty?: Word,
  ): Word | undefined {
    const given = this.word(column).toLowerCase() || empty;
    const found = words.find((word) => word === given);
    if (!found) this.fault(column, `${quoted(this.word(column))} is none of ${words.join(', ')}.`);
    return found;
  }

  /** A whole number from 1 in plain digits, or null. */
  number(column: FrameworkColumn, most: number): number | null {
    const text = this.word(column);
    const number = /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : 0;
    return number >= 1 && number <= most ? number : null;
  }
}

function dimensionFault(instrument: Instrument | undefined, word: string): string | null {
  if (instrument === 'durable')
    return DURABLE_DIMENSIONS.some((one) => one === word)
      ? null
      : `${quoted(word)} is none of ${DURABLE_DIMENSIONS.join(', ')}.`;
  if (instrument === undefined || word === '' || word === instrument) return null;
  return `${quoted(word)} stands beside ${instrument}; only durable statements have a domain.`;
}

function versionFault(version: string): string | null {
  if (version !== version.trim()) return 'begins or ends with a space.';
  return textFault(version, MAX_NAME_CHARS);
}

function statementFaults(label: string, behaviour: string, split: SplitState): [FrameworkColumn, string][] {
  const faults: [FrameworkColumn, string][] = [];
  const found = textFault(behaviour, MAX_STATEMENT_CHARS);
  if (found) faults.push(['behaviour', found]);
  if (split === 'unconfirmed' && label !== '')
    faults.push(['split', 'A statement with a label is not unconfirmed.']);
  if (split !== 'unconfirmed' && label === '')
    faults.push(['label', 'The text is empty. Where the label is not known, split says unconfirmed.']);
  const inLabel = label === '' ? null : textFault(label, MAX_STATEMENT_CHARS);
  if (inLabel) faults.push(['label', inLabel]);
  const whole = joinStatement({ label, behaviour }).length;
  if (!found && !inLabel && whole > MAX_STATEMENT_CHARS)
    faults.push([
      'behaviour',
      `Label and behaviour have ${whole} characters; at most ${MAX_STATEMENT_CHARS} are read.`,
    ]);
  return faults;
}

/** Level and position, the numbers of a row. */
function readPlace(reader: RowReader): { rank: number | null; position: number | null } {
  const rank = reader.number('level', 4);
  if (rank === null) reader.fault('level', `${quoted(reader.word('level'))} is not a level from 1 to 4.`);
  const position = reader.number('position', MAX_STATEMENTS_PER_LEVEL);
  const given = reader.word('position');
  if (position === null && given !== '')
    reader.fault('position', `${quoted(given)} is not a whole number from 1 to ${MAX_STATEMENTS_PER_LEVEL}.`);
  return { rank, position };
}

/**
 * Reads the cells of one row. Codes and numbers are trimmed, texts stay as they are; the apostrophe before what looks
 * like a formula is taken away.
 * @param pointer `file:line`. @returns The row, or every fault of it as `column: reason`.
 */
export function readFrameworkRow(
  cells: FrameworkCells,
  { line, pointer }: { readonly line: number; readonly pointer: string },
): FrameworkRow | FieldError[] {
  const reader = new RowReader(cells, pointer);
  const { cell } = reader;
  const soc = reader.word('occupation');
  if (!SOC.test(soc))
    reader.fault('occupation', `${quoted(soc)} is not an O*NET-SOC code such as 33-9032.00.`);
  const instrument = reader.oneOf('instrument', INSTRUMENTS);
  const version = cell('version');
  reader.fault('version', versionFault(version));
  const { rank, position } = readPlace(reader);
  const domain = reader.word('dimension').toLowerCase().replaceAll(/[ -]+/gu, '_');
  reader.fault('dimension', dimensionFault(instrument, domain));
  const split = reader.oneOf('split', SPLITS, 'source');
  const [label, behaviour] = [cell('label'), cell('behaviour')];
  for (const [column, reason] of statementFaults(label, behaviour, split ?? 'source'))
    reader.fault(column, reason);
  const citations = readCitationCell(cell('citations'));
  if (typeof citations === 'string') reader.fault('citations', citations);
  const wrong = reader.faults.length > 0;
  if (wrong || !instrument || rank === null || !split || typeof citations === 'string') return reader.faults;
  const dimension = instrument === 'durable' ? (DIMENSIONS.find((one) => one === domain) ?? null) : null;
  return {
    line,
    soc,
    instrument,
    version,
    rank,
    dimension,
    position,
    label,
    behaviour,
    citations,
    split,
    cell,
  };
}

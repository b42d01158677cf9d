import { sourceFault } from './source-fault';
import { type QuoteRule, splitRecord } from './split-record';

/** One record: the physical line (from 1) on which it starts, and its cells as they are meant. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Most characters of one record. */
const MAX_RECORD = 1024 * 1024;

/**
 * Reads comma-separated text (RFC 4180, LF or CRLF) piece by piece. Cells may be quoted and hold line breaks then;
 * ="01.0101", as spreadsheets are told to keep text, is the text in the quotes. Empty lines are passed over.
 */
export class CsvReader {
  readonly #file: string;
  readonly #rule: QuoteRule;
  /** Pieces of a record whose end was not met yet. */
  #open = '';
  #openQuote = false;
  /** Line on which the open record starts, and the one that is being read. */
  #start = 1;
  #line = 1;

  constructor(file: string, rule: QuoteRule = { loose: false }) {
    this.#file = file;
    this.#rule = rule;
  }

  /** The records that end within this text. Throws InvalidInput with the line for what is not such a file. */
  push(text: string): SourceRow[] {
    const rows: SourceRow[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#add(text.slice(from, end));
      from = end + 1;
      this.#line += 1;
      if (this.#openQuote) this.#open += '\n';
      else this.#close(rows);
    }
    this.#add(text.slice(from));
    return rows;
  }

  /** The last record, where the file does not end with a line break. */
  end(): SourceRow[] {
    const rows: SourceRow[] = [];
    if (this.#openQuote)
      throw this.#fault('The quotes of this row are broken: a quoted cell is opened and never closed.');
    this.#close(rows);
    return rows;
  }

  #add(text: string): void {
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
      this.#openQuote = !this.#openQuote;
    this.#open += text;
    if (this.#open.length <= MAX_RECORD) return;
    if (this.#open.includes('\r') && !this.#open.includes('\n')) throw this.#fault(CARRIAGE_RETURNS);
    const quote = this.#openQuote ? ' A quote that is never closed is likely.' : '';
    throw this.#fault(`The row that starts here is longer than a million characters.${quote}`);
  }

  #close(rows: SourceRow[]): void {
    const record = this.#open.endsWith('\r') ? this.#open.slice(0, -1) : this.#open;
    this.#open = '';
    if (record !== '') {
      const split = splitRecord(record, this.#rule);
      if (typeof split === 'string') throw this.#fault(split === 'return' ? CARRIAGE_RETURNS : split);
      rows.push({ line: this.#start, cells: split });
    }
    this.#start = this.#line;
  }

  #fault(detail: string) {
    return sourceFault({ file: this.#file, line: this.#start }, detail);
  }
}

const CARRIAGE_RETURNS =
  'Here is a carriage return that no line feed follows. Lines must end with LF or CRLF, not with CR only.';

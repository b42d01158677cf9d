import { CSV_MAX_ROWS } from './csv';
import { type XmlToken, xmlTokens } from './xml-tokens';

/** Elements of a cell that are read; formulas and all else are left out. */
const IN_CELL: ReadonlySet<string> = new Set(['v', 'is', 't', 'r', 'rPh']);
/** Cells that the table of a sheet may span: readers fill the gaps between rows and cells. */
const MOST_CELLS = 6_000_000;
const MOST_ROWS = CSV_MAX_ROWS + 100;
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;
const ROW = /^[1-9]\d{0,14}$/u;
const WORD = /^[A-Za-z0-9]{1,10}$/u;

/** Why a sheet is not read, in a sentence for whoever sent it. */
export class SheetRefused extends Error {}

/** Whether a file of a workbook holds a sheet, wherever in the workbook it stands. */
export const holdsSheet = (xml: string): boolean => /[<:]sheetData/u.test(xml);

/**
 * A sheet written anew with nothing but its rows and the values of its cells, each at an address that was checked: what
 * is read afterwards is what was counted here. @throws SheetRefused for what is no sheet or spans too much.
 */
export function plainSheet(xml: string): string {
  const writer = new SheetWriter();
  try {
    for (const token of xmlTokens(xml)) writer.take(token);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SheetRefused('A sheet of the workbook is broken. Save it again as .xlsx.');
  }
  return writer.end();
}

class SheetWriter {
  readonly #rows: string[] = [];
  #inData = false;
  #text = '';
  #row = 0;
  #column = 0;
  #widest = 1;
  #at: 'outside' | 'row' | 'cell' = 'outside';
  #value: string | null = null;

  take(token: XmlToken): void {
    if (token.kind === 'text') {
      if (this.#value !== null) this.#text += token.raw;
    } else if (token.name === 'sheetData') this.#inData = token.kind === 'open' && !token.empty;
    else if (this.#inData) {
      if (token.kind === 'close') this.#close(token.name);
      else {
        this.#open(token.name, token.attributes);
        if (token.empty) this.#close(token.name);
      }
    }
  }

  end(): string {
    return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${this.#rows.join('')}</sheetData></worksheet>`;
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') this.#openRow(attributes.get('r'));
    else if (name === 'c') this.#openCell(attributes);
    else if (this.#at === 'cell' && IN_CELL.has(name)) {
      this.#text += `<${name}>`;
      if (name === 'v' || name === 't') this.#value = name;
    }
  }

  #close(name: string): void {
    if (name === 'row') {
      if (this.#at !== 'row') throw new SyntaxError('a row ends that did not begin');
      this.#rows.push(`${this.#text}</row>`);
      this.#at = 'outside';
    } else if (name === 'c') {
      if (this.#at !== 'cell') throw new SyntaxError('a cell ends that did not begin');
      this.#text += '</c>';
      this.#value = null;
      this.#at = 'row';
    } else if (this.#at === 'cell' && IN_CELL.has(name)) {
      this.#text += `</${name}>`;
      if (name === this.#value) this.#value = null;
    }
  }

  #openRow(stated: string | undefined): void {
    if (this.#at !== 'outside' || (stated !== undefined && !ROW.test(stated)))
      throw new SheetRefused('A row of a sheet has no proper number. Save the workbook again as .xlsx.');
    const row = stated === undefined ? this.#row + 1 : Number(stated);
    if (row <= this.#row) throw new SyntaxError('rows out of order');
    if (row > MOST_ROWS)
      throw new SheetRefused(
        `A sheet has more than ${CSV_MAX_ROWS.toLocaleString('en')} rows. Split it into several files.`,
      );
    this.#at = 'row';
    this.#row = row;
    this.#column = 0;
    this.#text = `<row r="${row}">`;
    this.#checkSpan();
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    if (this.#at !== 'row') throw new SyntaxError('a cell outside of a row');
    const stated = attributes.get('r');
    const column = stated === undefined ? this.#column + 1 : columnOf(stated, this.#row);
    if (column <= this.#column) throw new SyntaxError('cells out of order');
    this.#at = 'cell';
    this.#column = column;
    this.#widest = Math.max(this.#widest, column);
    this.#checkSpan();
    const [type, style] = [attributes.get('t') ?? '', attributes.get('s') ?? ''];
    this.#text += `<c r="${lettersOf(column)}${this.#row}"${WORD.test(type) ? ` t="${type}"` : ''}`;
    this.#text += WORD.test(style) ? ` s="${style}">` : '>';
  }

  #checkSpan(): void {
    if (this.#row * this.#widest > MOST_CELLS)
      throw new SheetRefused('A sheet spans too many rows and columns. Delete the empty ones at its end.');
  }
}

function columnOf(address: string, row: number): number {
  const [, letters = '', digits] = ADDRESS.exec(address) ?? [];
  if (Number(digits) !== row)
    throw new SheetRefused('A cell of a sheet has no proper address. Save the workbook again as .xlsx.');
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

import { CsvError, Parser } from 'csv-parse';
import {
  CSV_MAX_BYTES,
  lineBreaks,
  MAX_RECORD_CHARACTERS,
  QUOTED_OPTIONS,
  quotingFault,
  refusal,
} from './csv';
import type { TextEncoding } from './decode-table';
import { type FreshRow, plainRecords } from './plain-records';
import { type Separator, separatorOf } from './separator';

/** The bytes of a stored file in pieces, the first of four bytes at least; each call reads them from the beginning. */
export type ByteSource = () => AsyncIterable<Uint8Array>;

/** How a text is to be read. */
interface TextShape {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
}

/** Bytes in which the separator is looked for: more than the characters that are looked at. */
const HEAD_BYTES = 256 * 1024;

/**
 * Encoding and separator of a text (decodeTable, separatorOf), found by reading it once, piece by piece.
 * @throws InvalidInput for too many bytes and what is no text.
 */
export async function textShapeOf(bytes: ByteSource, file: string): Promise<TextShape> {
  const head: Uint8Array[] = [];
  let [size, isUtf8, wide] = [0, true, null as 'utf-16le' | 'utf-16be' | null];
  let decoder = new TextDecoder('utf-8', { fatal: true });
  const holdsZero = (piece: Uint8Array) =>
    wide === null ? piece.includes(0) : decoder.decode(piece, { stream: true }).includes('\0');
  const isText = (piece?: Uint8Array) => {
    try {
      decoder.decode(piece, { stream: piece !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const piece of bytes()) {
    if (size === 0) {
      wide = byMark(piece);
      if (wide) decoder = new TextDecoder(wide);
    }
    if (size < HEAD_BYTES) head.push(piece);
    size += piece.byteLength;
    if (size > CSV_MAX_BYTES)
      throw notRead(file, 'The file is larger than 64 MiB. Split it into several files.');
    if (holdsZero(piece))
      throw notRead(file, 'The file is neither a table in text (CSV) nor a workbook (XLSX).');
    isUtf8 &&= wide !== null || isText(piece);
  }
  const encoding = wide ?? (isUtf8 && isText() ? 'utf-8' : 'windows-1252');
  const first = new TextDecoder(encoding).decode(Buffer.concat(head), { stream: true });
  return { encoding, separator: separatorOf(first) };
}

function byMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

const notRead = (file: string, detail: string) => refusal(file, [{ pointer: file, detail }]);

/**
 * The records of a text piece by piece, as parseRecords gives them all at once: what is held is a piece of the file and
 * the record that it cuts through. @throws InvalidInput for broken quoting, once what stood before it was given.
 */
export async function* streamRecords(
  bytes: ByteSource,
  file: string,
  { encoding, separator }: TextShape,
): AsyncGenerator<FreshRow[]> {
  const reader = new RecordReader(file, separator);
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes()) {
    const rows = await reader.take(decoder.decode(piece, { stream: true }));
    if (rows.length > 0) yield rows;
  }
  const rest = [...(await reader.take(decoder.decode())), ...(await reader.end())];
  if (rest.length > 0) yield rest;
}

/** Reads lines without quotation marks at once, and everything from the first mark on by the reader of any text. */
class RecordReader {
  readonly #file: string;
  readonly #separator: Separator;
  /** Text that was not read yet: from the beginning of a line. */
  #waiting = '';
  /** The text so far ended in CR, of which LF may follow. */
  #broken = false;
  /** Lines that were read, and the last one that a record ended on. */
  #lines = 0;
  #last = 0;
  #quoted: QuotedReader | null = null;

  constructor(file: string, separator: Separator) {
    this.#file = file;
    this.#separator = separator;
  }

  async take(text: string): Promise<FreshRow[]> {
    const whole = this.#broken ? `\r${text}` : text;
    this.#broken = whole.endsWith('\r');
    return this.#read((this.#broken ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n'));
  }

  async end(): Promise<FreshRow[]> {
    const rows = this.#broken ? await this.#read('\n') : [];
    if (!this.#quoted) {
      const plain = this.#plain(this.#waiting);
      if (plain) return [...rows, ...plain];
      rows.push(...(await this.#readQuoted(this.#waiting)));
    }
    return [...rows, ...((await this.#quoted?.end()) ?? [])];
  }

  async #read(text: string): Promise<FreshRow[]> {
    if (this.#quoted) return this.#quoted.take(text);
    this.#waiting += text;
    const whole = this.#waiting;
    if (text.includes('"')) return this.#readQuoted(whole);
    const end = whole.lastIndexOf('\n');
    if (whole.length - end > MAX_RECORD_CHARACTERS) return this.#readQuoted(whole);
    if (end < 0) return [];
    const rows = this.#plain(whole.slice(0, end));
    if (!rows) return this.#readQuoted(whole);
    this.#waiting = whole.slice(end + 1);
    return rows;
  }

  /** The records of whole lines, the last one without its end; null where the other reader is needed. */
  #plain(text: string): FreshRow[] | null {
    if (this.#lines > 0 && text.startsWith('\ufeff')) return null;
    const limits = { separator: this.#separator, longest: MAX_RECORD_CHARACTERS, most: Infinity };
    const rows = plainRecords(text, limits);
    if (!rows) return null;
    const before = this.#lines;
    this.#lines += 1 + lineBreaks(text);
    const numbered = before === 0 ? rows : rows.map(({ line, values }) => ({ line: line + before, values }));
    this.#last = numbered.at(-1)?.line ?? this.#last;
    return numbered;
  }

  #readQuoted(text: string): Promise<FreshRow[]> {
    this.#waiting = '';
    this.#quoted = new QuotedReader(this.#file, this.#separator, { before: this.#lines, last: this.#last });
    return this.#quoted.take(text);
  }
}

/** The reader of any text, from a line on. */
class QuotedReader {
  readonly #file: string;
  readonly #parser: Parser;
  #rows: FreshRow[] = [];
  #last: number;

  constructor(
    file: string,
    separator: Separator,
    { before, last }: { readonly before: number; readonly last: number },
  ) {
    this.#file = file;
    this.#last = last;
    this.#parser = new Parser({
      ...QUOTED_OPTIONS,
      bom: before === 0,
      delimiter: separator,
      on_record: (values: string[], { lines }) => {
        this.#last = before + lines;
        const line = this.#last - values.reduce((sum, value) => sum + lineBreaks(value), 0);
        this.#rows.push({ line, values });
        return null;
      },
    });
    // Told to whoever wrote.
    this.#parser.on('error', () => {});
  }

  take(text: string): Promise<FreshRow[]> {
    return this.#told((done) => this.#parser.write(text, done));
  }

  end(): Promise<FreshRow[]> {
    return this.#told((done) => this.#parser.end(done));
  }

  async #told(work: (done: (error?: Error | null) => void) => void): Promise<FreshRow[]> {
    try {
      await new Promise<void>((resolve, reject) => {
        work((error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw refusal(this.#file, [
        { pointer: `${this.#file}:${this.#last + 1}`, detail: quotingFault(error.code) },
      ]);
    }
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

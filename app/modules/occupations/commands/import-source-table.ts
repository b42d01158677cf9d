import { createHash } from 'node:crypto';
import { type Columns, findColumns, type NamedCells, nameCells } from '../domain/source-table/column-reader';
import { CsvReader, type SourceRow } from '../domain/source-table/csv-reader';
import { sourceFault } from '../domain/source-table/source-fault';
import type { QuoteRule } from '../domain/source-table/split-record';
import { Utf8Reader } from '../domain/source-table/utf8-reader';
import { sourceBytes } from './import-source-bytes';
import type { SourceRequest } from './import-source-request';

/** What is known of a table before it is loaded. */
export interface SeenTable {
  /** SHA-256 of the unpacked content, hexadecimal. */
  readonly checksum: string;
  readonly header: SourceRow;
  /** First row below the header; undefined where there is none. */
  readonly first: SourceRow | undefined;
  readonly quotes: QuoteRule;
}

/**
 * Reads the file through once: its checksum, header and first row. Throws InvalidInput for an empty file.
 * @param quotes How a quote inside an enclosed cell is taken, also when the file is loaded.
 */
export async function inspectTable(
  request: SourceRequest,
  quotes: QuoteRule = { loose: false },
): Promise<SeenTable> {
  const hash = createHash('sha256');
  const { name } = request.input;
  const [decoder, reader] = [new Utf8Reader(name), new CsvReader(name, quotes)];
  const rows: SourceRow[] = [];
  for await (const bytes of sourceBytes(request.input, request)) {
    hash.update(bytes);
    if (rows.length < 2) rows.push(...reader.push(decoder.push(bytes)));
  }
  if (rows.length < 2) rows.push(...reader.push(decoder.end()), ...reader.end());
  const [header, first] = rows;
  if (!header) throw sourceFault({ file: name, line: 1 }, 'The file is empty.');
  return { checksum: hash.digest('hex'), header, first, quotes };
}

export interface TableShape<Name extends string> {
  /** Columns that are read, by name, in any order. */
  readonly names: readonly Name[];
  /** Most rows below the header. */
  readonly most: number;
}

/** Reads a table row by row and tells its progress; the file must still be what was inspected. */
export class TableReading<Name extends string> {
  readonly columns: Columns<Name>;
  readonly #request: SourceRequest;
  readonly #seen: SeenTable;
  readonly #most: number;
  /** Rows read below the header. */
  rows = 0;
  #bytes = 0;

  constructor(request: SourceRequest, seen: SeenTable, { names, most }: TableShape<Name>) {
    this.#request = request;
    this.#seen = seen;
    this.#most = most;
    this.columns = findColumns(seen.header, names, request.input.name);
  }

  /**
   * The rows below the header, by the names of their columns, in batches.
   * @throws InvalidInput with the line for bad content, no rows or too many, or where the file was changed since it
   * was inspected.
   */
  async *batches(): AsyncGenerator<readonly NamedCells<Name>[]> {
    const { input, signal } = this.#request;
    const hash = createHash('sha256');
    const [decoder, reader] = [new Utf8Reader(input.name), new CsvReader(input.name, this.#seen.quotes)];
    const onBytes = (count: number) => {
      this.#bytes += count;
    };
    let header = true;
    const named = (rows: SourceRow[]) => {
      const body = header ? rows.slice(1) : rows;
      if (rows.length > 0) header = false;
      return this.#named(body);
    };
    for await (const bytes of sourceBytes(input, { signal, onBytes })) {
      hash.update(bytes);
      yield named(reader.push(decoder.push(bytes)));
      this.#tell();
    }
    yield named([...reader.push(decoder.end()), ...reader.end()]);
    this.#tell();
    if (this.rows === 0)
      throw sourceFault({ file: input.name, line: 1 }, 'The file has a header and no rows.');
    if (hash.digest('hex') !== this.#seen.checksum)
      throw sourceFault({ file: input.name, line: 0 }, 'The file was changed while it was being read.');
  }

  #named(rows: readonly SourceRow[]): readonly NamedCells<Name>[] {
    this.rows += rows.length;
    if (this.rows > this.#most) {
      const place = { file: this.#request.input.name, line: rows.at(-1)?.line ?? 0 };
      throw sourceFault(place, `The file has more than ${this.#most.toLocaleString('en')} rows.`);
    }
    return rows.map((row) => nameCells(row, this.columns));
  }

  #tell(): void {
    const { input, onProgress } = this.#request;
    onProgress?.({ rows: this.rows, share: input.size ? Math.min(1, this.#bytes / input.size) : null });
  }
}

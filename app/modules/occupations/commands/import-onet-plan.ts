import { createHash } from 'node:crypto';
import { refusal } from '~/shared/csv';
import { findDataset, looksLikeHeader, otherDatasetName } from '../domain/onet/find-dataset';
import { otherRowReader } from '../domain/onet/other-row-reader';
import { type OnetLayout, tellLayout } from '../domain/onet/release-layout';
import { isReleaseNumber, releaseInName, releaseInReadMe } from '../domain/onet/release-number';
import { makeRowReader, type RowReader } from '../domain/onet/row-reader';
import {
  type ByteBudget,
  ONET_LIMITS,
  type OnetFile,
  type OnetSource,
  readWithinLimits,
} from './import-onet-file';
import { readCells } from './import-onet-rows';

/** One table of a release, looked at but not yet loaded. */
export interface PlannedTable {
  readonly file: OnetFile;
  /** Name of the dataset; a table that no page reads has its file's name. */
  readonly dataset: string;
  readonly table: string;
  /** Columns of the database that have the same value in all rows of the dataset. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly header: readonly string[];
  readonly reader: RowReader;
  readonly repeats: 'refused' | 'counted';
  /** Unpacked. */
  readonly bytes: number;
  /** SHA-256 of the unpacked bytes, hexadecimal. */
  readonly checksum: string;
}

export interface OnetPlan {
  /** Name of the folder, zip or file. */
  readonly name: string;
  readonly release: string;
  /** null where the files tell none. */
  readonly layout: OnetLayout | null;
  readonly tables: readonly PlannedTable[];
  /** Text files that are no table of a release. */
  readonly passedOver: readonly string[];
  /** SHA-256 over the checksums of all tables, hexadecimal. */
  readonly checksum: string;
}

const READ_ME = /^read[ _]?me\.txt$/iu;
const stem = (name: string) => name.replace(/\.txt$/iu, '');

/**
 * Reads every file once, without loading anything: which tables they are, by names and headers, which release and
 * layout, and their checksums.
 * @param named What --release says.
 * @throws InvalidInput when the source is no release, when nothing or two things name the release, when a table
 * lacks a column, when files of two layouts are mixed, and for what is over the limits or damaged.
 */
export async function planOnetRelease(source: OnetSource, named?: string): Promise<OnetPlan> {
  const { name, files } = source;
  refuseTwice(name, files);
  const budget: ByteBudget = { left: ONET_LIMITS.bytes };
  const readMe = files.find((file) => READ_ME.test(file.name));
  const release = releaseOf(name, named, readMe ? await readText(readMe, budget) : null);
  const tables: PlannedTable[] = [];
  const passedOver: string[] = [];
  for (const file of files) {
    if (file === readMe) continue;
    const table = await planTable(file, budget);
    if (table) tables.push(table);
    else passedOver.push(file.name);
  }
  if (!tables.some((table) => findDataset(stem(table.file.name)))) {
    throw refusal(name, [{ pointer: name, detail: 'It holds no table of the O*NET database.' }]);
  }
  const checksum = createHash('sha256')
    .update(tables.map((table) => `${table.dataset} ${table.checksum}\n`).join(''))
    .digest('hex');
  return { name, release, layout: layoutOf(name, tables, release), tables, passedOver, checksum };
}

function refuseTwice(name: string, files: readonly OnetFile[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    const dataset = findDataset(stem(file.name))?.dataset ?? otherDatasetName(stem(file.name));
    if (seen.has(dataset)) {
      throw refusal(name, [{ pointer: file.name, detail: 'The table is there twice, in two files.' }]);
    }
    seen.add(dataset);
  }
}

function releaseOf(name: string, named: string | undefined, readMe: string | null): string {
  const written = readMe === null ? null : releaseInReadMe(readMe);
  if (named === undefined) {
    const release = written ?? releaseInName(name);
    if (release !== null) return release;
    const detail = 'Nothing says which release this is; name it with --release, such as --release 30.2.';
    throw refusal(name, [{ pointer: name, detail }]);
  }
  if (!isReleaseNumber(named)) {
    const detail = `--release is ${JSON.stringify(named)}; a number such as 30.2 is expected.`;
    throw refusal(name, [{ pointer: name, detail }]);
  }
  if (written === null || written === named) return named;
  const detail = `The Read Me says release ${written}, --release says ${named}.`;
  throw refusal(name, [{ pointer: name, detail }]);
}

const MAX_READ_ME = 64 * 1024;

async function readText(file: OnetFile, budget: ByteBudget): Promise<string> {
  let text = '';
  for await (const chunk of readWithinLimits(file, budget)) {
    if (text.length < MAX_READ_ME) text += Buffer.from(chunk).toString('latin1');
  }
  return text;
}

async function planTable(file: OnetFile, budget: ByteBudget): Promise<PlannedTable | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* hashed() {
    for await (const chunk of readWithinLimits(file, budget)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  const header = await readHeader(file.name, hashed());
  const known = findDataset(stem(file.name));
  if (!known && !looksLikeHeader(header)) return undefined;
  const found = known
    ? { ...known, reader: makeRowReader(known, header) }
    : otherTable(otherDatasetName(stem(file.name)));
  if ('missing' in found.reader) throw missing(file.name, header, found.reader.missing);
  const { dataset, table, fixed, repeats, reader } = found;
  return { file, dataset, table, fixed, header, reader, repeats, bytes, checksum: hash.digest('hex') };
}

const otherTable = (dataset: string) => ({
  dataset,
  table: 'onet_other_rows',
  fixed: { dataset },
  repeats: 'counted' as const,
  reader: otherRowReader(dataset),
});

/** The cells of the first line; the rest is read to its end for the checksum, its text not yet looked at. */
async function readHeader(file: string, chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const source = chunks[Symbol.asyncIterator]();
  const whole: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
  let header: readonly string[] = [];
  for await (const [first] of readCells(file, whole)) {
    header = first?.cells ?? [];
    break;
  }
  for (let next = await source.next(); !next.done; next = await source.next());
  return header;
}

function missing(file: string, header: readonly string[], columns: readonly string[]) {
  const pointer = `${file}:1`;
  if (header.length === 0) return refusal(file, [{ pointer, detail: 'The file is empty.' }]);
  if (header.length === 1) {
    return refusal(file, [
      { pointer, detail: 'The header has one column; columns separated by tabs are expected.' },
    ]);
  }
  return refusal(
    file,
    columns.map((column) => ({ pointer, detail: `The column ${column} is missing.` })),
  );
}

function layoutOf(name: string, tables: readonly PlannedTable[], release: string): OnetLayout | null {
  const files = tables.map(({ file, header }) => {
    const plain = stem(file.name);
    return { file: findDataset(plain)?.file ?? plain, header };
  });
  const layout = tellLayout(files, release);
  if (layout === null || typeof layout === 'string') return layout;
  const [first, second] = layout.conflict;
  const detail = `${first} and ${second} belong to two layouts of the release; no release has both.`;
  throw refusal(name, [{ pointer: name, detail }]);
}

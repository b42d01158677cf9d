import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { CSV_MAX_ROWS, refusal } from './csv';
import type { InvalidInput } from './errors';
import type { ZipPart } from './stored-zip';

/** Limits of a workbook (security.md 1.15), and of the table that its sheets may span. */
const LIMITS = { entries: 1_000, bytes: 64 * 1024 * 1024, ratio: 100, cells: 6_000_000 } as const;
/** Below this size a good ratio of compression is no sign of a bomb. */
const SMALL = 1024 * 1024;
const READ = /\.(xml|rels)$/iu;
const MACROS = /vbaProject\.bin$|macrosheets?\//iu;
const ADDRESS = /<(?:\w+:)?(?:c|row)\b[^>]*?\sr="([A-Z]{0,12})(\d{1,15})"/gu;

/**
 * The XML files of a workbook, inflated while they are counted; nothing else of it is read.
 * @throws InvalidInput over the limits, with macros or encrypted files, for a sheet that spans too much, and for a zip
 * that says one thing of itself and is another.
 */
export async function openWorkbook(bytes: Uint8Array, file: string): Promise<ZipPart[]> {
  const zip = await openZip(bytes, file);
  const parts: ZipPart[] = [];
  let sum = 0;
  let packed = 0;
  for await (const entry of entriesOf(zip, file)) {
    if (zip.entryCount > LIMITS.entries) throw refuse(file, 'The workbook has more than 1,000 files inside.');
    if ((entry.generalPurposeBitFlag & 1) === 1) throw refuse(file, 'The workbook is encrypted.');
    if (MACROS.test(entry.fileName))
      throw refuse(file, 'The workbook holds macros. Save it as .xlsx without.');
    sum += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (sum > LIMITS.bytes) throw refuse(file, 'The workbook unpacks to more than 64 MiB.');
    if (sum > SMALL && sum > LIMITS.ratio * packed)
      throw refuse(file, 'The workbook unpacks to more than 100 times its size.');
    if (!READ.test(entry.fileName)) continue;
    const part = { name: entry.fileName, bytes: await inflate(zip, entry, file) };
    if (/worksheets\//iu.test(part.name)) checkSpan(part.bytes, file);
    parts.push(part);
  }
  return parts;
}

const refuse = (file: string, detail: string): InvalidInput => refusal(file, [{ pointer: file, detail }]);

function openZip(bytes: Uint8Array, file: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) =>
    fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(broken(file)) : resolve(zip)),
    ),
  );
}

async function* entriesOf(zip: ZipFile, file: string): AsyncGenerator<Entry> {
  const next = (): Promise<Entry | null> =>
    new Promise((resolve, reject) => {
      const done = (entry: Entry | null) => {
        zip.removeAllListeners();
        resolve(entry);
      };
      zip.once('entry', done);
      zip.once('end', () => done(null));
      zip.once('error', () => reject(broken(file)));
      zip.readEntry();
    });
  for (let entry = await next(); entry; entry = await next()) yield entry;
}

async function inflate(zip: ZipFile, entry: Entry, file: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    for await (const piece of stream) pieces.push(piece);
  } catch {
    throw broken(file);
  }
  return Buffer.concat(pieces);
}

/** Readers fill gaps between rows and cells: what a sheet spans is checked, not only what it holds. */
function checkSpan(xml: Buffer, file: string): void {
  let columns = 1;
  let rows = 1;
  for (const [, letters = '', digits = ''] of xml.toString('latin1').matchAll(ADDRESS)) {
    columns = Math.max(columns, columnOf(letters));
    rows = Math.max(rows, Number(digits));
  }
  if (rows > CSV_MAX_ROWS + 100)
    throw refuse(
      file,
      `A sheet has more than ${CSV_MAX_ROWS.toLocaleString('en')} rows. Split it into several files.`,
    );
  if (rows * columns > LIMITS.cells)
    throw refuse(file, 'A sheet spans too many rows and columns. Delete the empty ones at its end.');
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function broken(file: string): InvalidInput {
  return refuse(file, 'The workbook cannot be read: its zip is broken. Save it again as .xlsx.');
}

import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refusal } from './csv';
import type { InvalidInput } from './errors';
import { holdsSheet, plainSheet, SheetRefused } from './plain-sheet';
import type { ZipPart } from './stored-zip';

/** Limits of a workbook (security.md 1.15). */
const LIMITS = { entries: 1_000, bytes: 64 * 1024 * 1024, ratio: 100 } as const;
/** Below this size a good ratio of compression is no sign of a bomb. */
const SMALL = 1024 * 1024;
const READ = /\.(xml|rels)$/iu;
const MACROS = /vbaProject\.bin$|macrosheets?\//iu;

/**
 * The XML files of a workbook, inflated while they are counted, its sheets written anew (plainSheet); nothing else of it
 * is read.
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
    parts.push({ name: entry.fileName, bytes: plainPart(await inflate(zip, entry, file), file) });
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

/** A file of the workbook as it is; one that holds a sheet as the plain sheet. */
function plainPart(bytes: Buffer, file: string): Buffer {
  const text = new TextDecoder().decode(bytes);
  if (!holdsSheet(text)) return bytes;
  try {
    return Buffer.from(plainSheet(text));
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    throw refuse(file, error.message);
  }
}

function broken(file: string): InvalidInput {
  return refuse(file, 'The workbook cannot be read: its zip is broken. Save it again as .xlsx.');
}

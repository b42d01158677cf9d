import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, type Options, open, type ZipFile } from 'yauzl';
import { refusal } from '~/shared/csv';
import type { InvalidInput } from '~/shared/errors';
import { ONET_LIMITS, type OnetFile, type OnetSource, tooMuch, tooTight } from './import-onet-file';

const openZip = promisify<string, Options, ZipFile>(open);
const OPTIONS: Options = {
  autoClose: false,
  lazyEntries: true,
  strictFileNames: true,
  validateEntrySizes: true,
};
const TEXT = /\.txt$/iu;

const refuse = (name: string, detail: string): InvalidInput => refusal(name, [{ pointer: name, detail }]);

/** What the zip reader says against a zip, as a refusal: a name that leads outside, a broken directory. */
function refused(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || 'errors' in error) return error;
  return 'code' in error && error.code !== undefined
    ? error
    : refuse(name, `The zip cannot be read: ${error.message.replace(/\.$/u, '')}.`);
}

/** Every entry of the zip, from its directory; nothing is unpacked. */
function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** What the directory says is checked before anything is unpacked; unpacking checks that it said the truth. */
function checkEntries(name: string, zip: ZipFile, entries: readonly Entry[]): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (bytes > ONET_LIMITS.bytes) throw tooMuch(name);
  if (bytes > zip.fileSize * ONET_LIMITS.ratio) throw tooTight(name);
  const secret = entries.find((entry) => (entry.generalPurposeBitFlag & 1) === 1);
  if (secret) throw refuse(`${name}/${secret.fileName}`, 'The file is encrypted.');
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    let sum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error('its checksum is not that of its content');
  } catch (error) {
    throw refused(path.posix.basename(entry.fileName), error);
  }
}

/**
 * The text files of a zip, which is read in place and never unpacked to the disk.
 * @throws InvalidInput for a zip over the limits (2 GB unpacked, 100 times its size, 1,000 entries), with a name
 * that leads outside, with encrypted files, or broken.
 */
export async function openOnetZip(file: string): Promise<OnetSource> {
  const name = path.basename(file);
  const zip = await openZip(file, OPTIONS).catch((error: unknown) => {
    throw refused(name, error);
  });
  try {
    if (zip.entryCount > ONET_LIMITS.files) throw refuse(name, 'The zip has more than 1,000 entries.');
    const entries = await listEntries(zip);
    checkEntries(name, zip, entries);
    const files = entries
      .filter(({ fileName }) => TEXT.test(fileName) && !fileName.startsWith('__MACOSX/'))
      .map((entry): OnetFile => {
        const { fileName, compressedSize } = entry;
        return {
          name: path.posix.basename(fileName),
          packedBytes: compressedSize,
          open: () => readEntry(zip, entry),
        };
      });
    return { name, files, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw refused(name, error);
  }
}

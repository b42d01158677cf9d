import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Limits of a document in a zip (security.md 1.15). */
const LIMITS = { entries: 1_000, bytes: 64 * 1024 * 1024, ratio: 100 } as const;
/** Below this size a good ratio of compression is no sign of a bomb. */
const SMALL = 1024 * 1024;
const MACROS = /vbaProject|macrosheets?\/|\.(?:bin|exe|dll|js|vbs|scr)$/iu;
const BROKEN = 'The document cannot be read: its zip is broken. Save it again.';

class Refused extends Error {}

/**
 * Why a document of Word or Excel is not to be kept, null where it may. Every file in it is unpacked while it is counted:
 * one that says less of itself than it is ends there.
 * @param mainPart the file that makes it what it is, such as `word/document.xml`
 */
export async function officePackageFault(bytes: Uint8Array, mainPart: string): Promise<string | null> {
  try {
    const zip = await openZip(bytes);
    const names = await readAll(zip);
    const isOne = names.has('[Content_Types].xml') && names.has(mainPart);
    return isOne ? null : "The file's content is not what its name says.";
  } catch (error) {
    return error instanceof Refused ? error.message : BROKEN;
  }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) =>
    fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(error) : resolve(zip)),
    ),
  );
}

async function readAll(zip: ZipFile): Promise<Set<string>> {
  if (zip.entryCount > LIMITS.entries) throw new Refused('The document has more than 1,000 files inside.');
  const names = new Set<string>();
  let sum = 0;
  let packed = 0;
  for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
    if (names.has(entry.fileName)) throw new Refused('The document holds a file twice.');
    names.add(entry.fileName);
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refused('The document is encrypted.');
    if (MACROS.test(entry.fileName))
      throw new Refused('The document holds macros or programs. Save it without.');
    sum += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (sum > LIMITS.bytes) throw new Refused('The document unpacks to more than 64 MiB.');
    if (sum > SMALL && sum > LIMITS.ratio * packed)
      throw new Refused('The document unpacks to more than 100 times its size.');
    await unpack(zip, entry);
  }
  return names;
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (entry: Entry | null) => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', done);
    zip.once('end', () => done(null));
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** Reads to the end; the reader itself ends with an error where the size is not the one stated. */
async function unpack(zip: ZipFile, entry: Entry): Promise<void> {
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  for await (const _ of stream);
}

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal } from '~/shared/csv';
import { ONET_LIMITS, type OnetFile, type OnetSource } from './import-onet-file';

const TEXT = /\.txt(?:\.gz)?$/iu;
const GZIP = /\.gz$/iu;

/** A text file on the disk, plain or `.gz`. */
async function fileAt(place: string): Promise<OnetFile> {
  const { size } = await stat(place);
  const packed = GZIP.test(place);
  return {
    name: path.basename(place).replace(GZIP, ''),
    packedBytes: size,
    open() {
      const bytes = createReadStream(place);
      return packed ? pipeline(bytes, createGunzip(), () => {}) : bytes;
    },
  };
}

/** The text files of a folder in order of name; its sub-folders are not looked into. */
export async function openOnetFolder(folder: string): Promise<OnetSource> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && TEXT.test(entry.name))
    .map(({ name }) => name);
  const name = path.basename(path.resolve(folder));
  if (names.length > ONET_LIMITS.files) {
    const detail = `The folder has more than ${ONET_LIMITS.files.toLocaleString('en')} files.`;
    throw refusal(name, [{ pointer: name, detail }]);
  }
  const files = await Promise.all(names.sort().map((entry) => fileAt(path.join(folder, entry))));
  return { name, files, close: async () => {} };
}

/** A single text file, plain or `.gz`, as a release of one table. */
export async function openOnetText(file: string): Promise<OnetSource> {
  return { name: path.basename(file), files: [await fileAt(file)], close: async () => {} };
}

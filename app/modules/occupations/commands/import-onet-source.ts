import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { type OnetSource, readable } from './import-onet-file';
import { openOnetFolder, openOnetText } from './import-onet-folder';
import { openOnetZip } from './import-onet-zip';

const ZIP = 'PK\u0003\u0004';

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === ZIP;
  } finally {
    await handle.close();
  }
}

/**
 * Opens a release where it lies: a folder of `.txt` or `.txt.gz` files, a zip, or a single such file. The caller
 * closes it.
 * @throws InvalidInput when it cannot be read or is over the limits.
 */
export async function openOnetSource(place: string): Promise<OnetSource> {
  try {
    if ((await stat(place)).isDirectory()) return await openOnetFolder(place);
    return await ((await isZip(place)) ? openOnetZip(place) : openOnetText(place));
  } catch (error) {
    throw readable(error, path.basename(place));
  }
}

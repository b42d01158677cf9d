import { open, stat } from 'node:fs/promises';
import type { Candidate, CatalogueRecogniser } from './catalogue-file';
import { ONET_PROFILE } from './take-onet-profile';
import { ONET_RELEASE } from './take-onet-release';
import { SOURCE_FILES } from './take-source-file';

/** Sources of the shared catalogue that are told by their content, the more telling ones first. */
const RECOGNISERS: readonly CatalogueRecogniser[] = [ONET_PROFILE, ONET_RELEASE, SOURCE_FILES];

/** Bytes that are looked at to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

async function look(place: string): Promise<Candidate | null> {
  const stats = await stat(place).catch(() => null);
  if (stats?.isDirectory()) return { place, isFolder: true, head: new Uint8Array() };
  if (!stats?.isFile()) return null;
  const handle = await open(place, 'r').catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { place, isFolder: false, head: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

/** Who takes what stands at a path, with what was seen of it; null when none of them knows it. */
export async function recogniseCatalogueFile(
  place: string,
): Promise<{ readonly recogniser: CatalogueRecogniser; readonly candidate: Candidate } | null> {
  const candidate = await look(place);
  if (!candidate) return null;
  for (const recogniser of RECOGNISERS) {
    if (await recogniser.recognise(candidate)) return { recogniser, candidate };
  }
  return null;
}

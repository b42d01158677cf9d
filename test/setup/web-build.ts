import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfStale } from '#bin/build';

export const PROJECT_ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(PROJECT_ROOT, '.tmp');
const LOCK = path.join(FOLDER, 'web-build.lock');
/** Names the run that built last: its workers are children of one process. */
const BUILT_FOR = path.join(FOLDER, 'web-build.run');
const GIVE_UP_MS = 300_000;

/**
 * Builds the web application and the programs once a run when a source has changed, and loads from the build while
 * no other worker can build.
 */
export async function withBuild<T>(load: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!takeLock()) {
    if (performance.now() > deadline) throw new Error(`another build holds ${LOCK}`);
    await pause(100);
  }
  try {
    if (!builtInThisRun()) {
      await buildIfStale({ root: PROJECT_ROOT, log: () => {} });
      writeFileSync(BUILT_FOR, String(process.ppid));
    }
    return await load();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function builtInThisRun(): boolean {
  const built = existsSync(path.join(PROJECT_ROOT, 'build/.stamp'));
  return built && existsSync(BUILT_FOR) && readFileSync(BUILT_FOR, 'utf8') === String(process.ppid);
}

/** True when the lock is ours. One whose holder is gone is taken away, for the next try. */
function takeLock(): boolean {
  mkdirSync(FOLDER, { recursive: true });
  try {
    mkdirSync(LOCK);
  } catch {
    if (!holderLives()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
  writeFileSync(path.join(LOCK, 'pid'), String(process.pid));
  return true;
}

function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(path.join(LOCK, 'pid'), 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    // Without a pid yet the holder is about to write it.
    return ['ENOENT', 'EPERM'].includes(String((error as { code?: string }).code));
  }
}

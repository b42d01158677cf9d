import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfStale } from '#bin/build';

export const PROJECT_ROOT = path.join(import.meta.dirname, '../..');
const LOCK = path.join(PROJECT_ROOT, '.tmp/web-build.lock');
const GIVE_UP_MS = 120_000;

/** Builds the web application and the programs when a source has changed, in one worker of the run at a time. */
export async function ensureBuild(): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!takeLock()) {
    if (performance.now() > deadline) throw new Error(`another build holds ${LOCK}`);
    await pause(100);
  }
  try {
    await buildIfStale({ root: PROJECT_ROOT, log: () => {} });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** True when the lock is ours. One whose holder is gone is taken away, for the next try. */
function takeLock(): boolean {
  mkdirSync(path.dirname(LOCK), { recursive: true });
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
    return (error as { code?: string }).code === 'ENOENT' || (error as { code?: string }).code === 'EPERM';
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { type PostmasterFile, runningPostmaster } from './postmaster-file';
import { processIdentity } from './process-identity';
import { endsWithin } from './stop-postmaster';

export interface Orphan extends PostmasterFile {
  readonly ended: Promise<void>;
}

const SETTLE_MS = 60_000;
const WATCH_MS = 1_000;

/**
 * The server that still runs on this cluster and accepts connections; null when there is none. One that is
 * starting or stopping is waited for.
 */
export async function adoptOrphan(cluster: string): Promise<Orphan | null> {
  const deadline = performance.now() + SETTLE_MS;
  while (performance.now() < deadline) {
    const found = runningPostmaster(cluster);
    if (!found) return null;
    if (found.status === 'ready') return { ...found, ended: watch(found.pid) };
    await pause(50);
  }
  return null;
}

async function watch(pid: number): Promise<void> {
  const identity = processIdentity(pid);
  while (!(await endsWithin({ pid, identity }, 0))) await pause(WATCH_MS, undefined, { ref: false });
}

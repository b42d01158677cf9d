import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error';
import { isAlive, processIdentity } from './process-identity';

/** Process id and identity, so that a stranger with the same id is never signalled. */
export interface RunningProcess {
  readonly pid: number;
  readonly identity: string | null;
}

const FAST_MS = 10_000;
const QUIT_MS = 5_000;

/**
 * Stops a server: fast shutdown, then after ten seconds without the final checkpoint (recovery at the next
 * start). Resolves when the process is gone. Throws EmbeddedError `stop-failed`.
 */
export async function stopPostmaster(server: RunningProcess): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', QUIT_MS],
  ];
  for (const [signal, wait] of steps) {
    if (!signalSame(server, signal) || (await endsWithin(server, wait))) return;
  }
  throw new EmbeddedError('stop-failed', `PostgreSQL (process ${server.pid}) does not stop.`);
}

/** Resolves true once the process is gone, false after the wait (milliseconds). */
export async function endsWithin(server: RunningProcess, wait: number): Promise<boolean> {
  const deadline = performance.now() + wait;
  while (performance.now() < deadline) {
    if (!isSame(server)) return true;
    await pause(20);
  }
  return !isSame(server);
}

function signalSame(server: RunningProcess, signal: NodeJS.Signals): boolean {
  if (!isSame(server)) return false;
  try {
    process.kill(server.pid, signal);
    return true;
  } catch {
    return isAlive(server.pid);
  }
}

function isSame({ pid, identity }: RunningProcess): boolean {
  return identity !== null && processIdentity(pid) === identity;
}

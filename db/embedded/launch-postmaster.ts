import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error';
import { freePort } from './free-port';
import type { Placement } from './placement';
import { readPostmasterFile } from './postmaster-file';
import { NEUTRAL_FOLDER, SERVER_ENVIRONMENT } from './server-environment';
import { serverSettings } from './server-settings';

export interface LaunchInput {
  readonly placement: Placement;
  readonly logFile: string;
  readonly fast: boolean;
  /** Port to listen on; a free one when left out. */
  readonly port?: number | undefined;
}

export interface Launched {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
}

const ATTEMPTS = 50;
const READY_WITHIN_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** What passes by itself, as does a kill: backends of a killed server that are still ending, or a port taken in between. */
const PASSING = /pre-existing shared memory block|could not bind|lock file "postmaster\.pid" already exists/;

/**
 * Starts postgres in a session of its own, so that Ctrl-C in the terminal does not reach it, and waits until it
 * accepts connections (recovery after a crash included). Throws EmbeddedError `start-failed`.
 */
export async function launchPostmaster(input: LaunchInput): Promise<Launched> {
  let why = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = input.port ?? (await freePort());
    const logStart = openLog(input);
    const child = spawnPostmaster(input, port);
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    if (await isReady(child, input.placement.cluster)) {
      child.unref();
      return { pid: child.pid ?? 0, port, ended };
    }
    why = readFileSync(input.logFile).subarray(logStart).toString('utf8');
    if (child.signalCode === null && !PASSING.test(why)) break;
    await pause(200);
  }
  const line = why.split('\n').find((text) => /(FATAL|PANIC): /.test(text)) ?? 'it gave no reason';
  throw new EmbeddedError('start-failed', `PostgreSQL did not start: ${line} (log: ${input.logFile}).`);
}

/** Makes the log file ready and returns its length in bytes. */
function openLog({ logFile, placement }: LaunchInput): number {
  try {
    if (statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  closeSync(openSync(logFile, 'a', 0o600));
  if (placement.user) chownSync(logFile, placement.user.uid, placement.user.gid);
  return statSync(logFile).size;
}

function spawnPostmaster({ placement, logFile, fast }: LaunchInput, port: number): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    // The server treats a pid file that names its "grandparent" as stale and still checks the shared memory of
    // the cluster, so that an id taken by a stranger after a crash neither blocks the start nor disarms the check.
    const stale = readPostmasterFile(placement.cluster)?.pid;
    return spawn(placement.binaries.postgres, ['-D', placement.cluster, ...serverSettings({ port, fast })], {
      ...placement.user,
      cwd: NEUTRAL_FOLDER,
      env: { ...SERVER_ENVIRONMENT, ...(stale ? { PG_GRANDPARENT_PID: String(stale) } : {}) },
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** False when the process ended before it was ready. Throws EmbeddedError when it takes too long. */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let failed = false;
  child.once('error', () => {
    failed = true;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return false;
    const file = readPostmasterFile(cluster);
    if (file && file.pid === child.pid && file.status === 'ready') return true;
    await pause(20);
  }
  child.kill('SIGQUIT');
  throw new EmbeddedError(
    'start-failed',
    'PostgreSQL did not become ready within five minutes; see its log.',
  );
}

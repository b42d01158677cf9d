import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPostgresOf } from './process-identity';

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** What `postmaster.pid` in a data folder says; null when there is none or it is incomplete. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  // Lines: 1 process, 2 folder, 3 start time, 4 port, 5 socket folder, 6 address, 7 shared memory, 8 status.
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' };
}

/** The server that runs on this data folder now, proven by the process itself and not by the file alone. */
export function runningPostmaster(cluster: string): PostmasterFile | null {
  const file = readPostmasterFile(cluster);
  return file && isPostgresOf(file.pid, cluster) ? file : null;
}

import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

interface ProcStat {
  readonly program: string;
  readonly state: string;
  readonly startTicks: string;
}

/** Whether a process with this id runs; a zombie counts as ended. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') {
    const stat = procStat(pid);
    return stat !== null && stat.state !== 'Z' && stat.state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A text that names one life of one process: a later process with the same id has another one. Null = not running. */
export function processIdentity(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return `${bootId()} ${procStat(pid)?.startTicks ?? ''}`;
  if (process.platform === 'win32') return String(pid);
  return ps(pid, 'lstart') || null;
}

/** Whether the process is a postgres server that works in this data folder (an absolute path without links). */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return ps(pid, 'command').includes(`postgres -D ${cluster}`);
  if (procStat(pid)?.program !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    const words = readText(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
    return basename(words[0] ?? '') === 'postgres' && words.includes(cluster);
  }
}

function procStat(pid: number): ProcStat | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const close = text.lastIndexOf(')');
  // proc(5): after the name come state (field 3) and, nineteen fields later, starttime (field 22).
  const fields = text.slice(close + 2).split(' ');
  return {
    program: text.slice(text.indexOf('(') + 1, close),
    state: fields[0] ?? '',
    startTicks: fields[19] ?? '',
  };
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

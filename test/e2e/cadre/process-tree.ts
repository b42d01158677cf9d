import { readdirSync, readFileSync } from 'node:fs';

/** One running process; start time and pid together name it for good. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly startTime: string;
  readonly name: string;
}

/** A process and everything beneath it. Empty where there is no /proc. */
export function processTree(root: number): RunningProcess[] {
  const all = listProcesses();
  const inside = new Set([root]);
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const { pid, parent } of all) if (inside.has(parent)) inside.add(pid);
  }
  return all.filter(({ pid }) => inside.has(pid));
}

/** Those of the processes that still run. */
export function stillRunning(processes: readonly RunningProcess[]): RunningProcess[] {
  const now = new Set(listProcesses().map(({ pid, startTime }) => `${pid} ${startTime}`));
  return processes.filter(({ pid, startTime }) => now.has(`${pid} ${startTime}`));
}

function listProcesses(): RunningProcess[] {
  const pids = listFolder('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => readProcess(Number(pid)) ?? []);
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Fields 2, 3, 4 and 22 of proc(5) stat; null for a process that is gone or a zombie. */
function readProcess(pid: number): RunningProcess | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    return { pid, parent: Number(fields[1]), startTime: fields[19] ?? '', name };
  } catch {
    return null;
  }
}

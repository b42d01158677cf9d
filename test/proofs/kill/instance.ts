import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#db/embedded/free-port';
import { isAlive } from '#db/embedded/process-identity';
import { PROJECT_ROOT } from '#test/setup/web-build';
import { killHard, listProcesses, withDescendants } from './processes';
import { until } from './until';

export type Part = 'start' | 'web' | 'worker' | 'postgres';

/** A real Cadre, as npm start runs it, on a data folder and a port of its own. */
export interface Instance {
  readonly dataDir: string;
  readonly origin: string;
  /** The environment of its programs and of the command line beside it. */
  readonly env: NodeJS.ProcessEnv;
  /** Starts it as npm start does. */
  start(): void;
  /** Process id of a part now, or null. */
  pid(part: Part): number | null;
  /** Id of the process that npm runs, the parent of npm start's own; null when it is gone. */
  shell(): number | null;
  /** Ids of npm start, of what it started and of PostgreSQL with its backends. */
  everything(): readonly number[];
  /** Waits until /readyz answers 200; gives the milliseconds. Fails when npm start gives up. */
  ready(): Promise<number>;
  /** What npm start has said. */
  said(): string;
  /** Ends everything and removes the folder. */
  remove(): Promise<void>;
}

const READY_MS = 60_000;
const SCRIPTS: Readonly<Record<Exclude<Part, 'postgres'>, string>> = {
  start: 'bin/start.ts',
  web: 'build/web.js',
  worker: 'build/worker.js',
};

export async function openInstance(): Promise<Instance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cadre-kill-'));
  const port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...{ PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), NODE_ENV: 'production' },
    ...{ DATA_DIR: dataDir, PORT: String(port), CADRE_DEMO: '0', LOG_LEVEL: 'info' },
  };
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = '';
  const family = () => withDescendants(child?.pid && isRunning(child) ? [child.pid] : []);
  const pid = (part: Part) => {
    if (part === 'postgres') return postmasterOf(dataDir);
    const members = new Set(family());
    return (
      listProcesses().find((one) => members.has(one.pid) && isScript(one.command, SCRIPTS[part]))?.pid ?? null
    );
  };
  const everything = () => withDescendants([...family(), ...[postmasterOf(dataDir) ?? []].flat()]);
  return {
    dataDir,
    origin,
    env,
    start() {
      child = spawn(process.execPath, ['bin/bootstrap.mjs', 'bin/start.ts'], {
        cwd: PROJECT_ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => {
          said = (said + chunk.toString('utf8')).slice(-20_000);
        });
    },
    pid,
    shell: () => (isRunning(child) ? (child?.pid ?? null) : null),
    everything,
    said: () => said,
    ready: () =>
      until(
        async () => {
          const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) });
          await response.body?.cancel();
          return response.status === 200;
        },
        { limitMs: READY_MS, what: `/readyz to answer 200; npm start said ${said.slice(-1_500)}` },
      ),
    async remove() {
      await killHard(everything());
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function isRunning(child: ChildProcess | null): boolean {
  return child !== null && child.exitCode === null && child.signalCode === null;
}

/** The script is the program's own argument, not part of a longer command line. */
function isScript(command: string, script: string): boolean {
  return !command.includes('bootstrap.mjs') && command.split(' ').some((word) => word.endsWith(`/${script}`));
}

function postmasterOf(dataDir: string): number | null {
  try {
    const { pid }: { pid?: number } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8'));
    return pid && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

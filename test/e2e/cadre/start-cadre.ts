import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { processTree, stillRunning } from './process-tree';

const ROOT = path.join(import.meta.dirname, '../../..');
const LEASH = pathToFileURL(path.join(ROOT, 'bin/leash.mjs')).href;
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 30_000;

export interface StartedCadre {
  readonly baseUrl: string;
  /** Path of demo-sign-ins.json. */
  readonly signInsFile: string;
  /** Asks Cadre to stop. Throws unless it exits with 0 and none of its processes stays. */
  stop(): Promise<void>;
}

/**
 * Starts Cadre as a newcomer does, on a free port and with a fresh data folder under the system's temporary one; without
 * the demo organizations where they are not wanted, and then without demo-sign-ins.json.
 * It ends with this process, even by kill -9. Throws with what it said when it does not get ready.
 */
export async function startCadre({ isDemo = true } = {}): Promise<StartedCadre> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cadre-e2e-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', LEASH, 'bin/bootstrap.mjs', 'bin/start.ts'], {
    cwd: ROOT,
    env: {
      NODE_ENV: 'production',
      ...ownEnvironment(),
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      CADRE_DEMO: isDemo ? '1' : '0',
      ALLOW_PRIVATE_ISSUERS: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  await ready(child, ended);
  return {
    baseUrl: `http://localhost:${port}`,
    signInsFile: path.join(dataDir, 'demo-sign-ins.json'),
    stop: async () => {
      await stopCadre(child, ended);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The environment without settings of another Cadre. */
function ownEnvironment(): Record<string, string | undefined> {
  const foreign =
    /^(DATABASE_|CADRE_|ORIGINS$|TRUSTED_PROXIES$|ALLOW_INSECURE_COOKIES$|NODE_OPTIONS$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** Resolves at the line "Cadre is ready at". */
async function ready(child: ChildProcess, ended: Promise<string>): Promise<void> {
  let said = '';
  const line = new Promise<null>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Cadre is ready at ')) resolve(null);
      });
    }
  });
  const problem = await Promise.race([line, ended, limit(START_LIMIT_MS, 'no ready line')]);
  if (problem === null) return;
  child.kill('SIGTERM');
  throw new Error(`Cadre did not start (${problem}). It said:\n${said.slice(-4_000)}`);
}

async function stopCadre(child: ChildProcess, ended: Promise<string>): Promise<void> {
  const processes = processTree(child.pid ?? 0);
  child.kill('SIGTERM');
  const how = await Promise.race([ended, limit(STOP_LIMIT_MS, 'still running')]);
  if (how !== 'exit code 0') throw new Error(`Cadre did not stop as asked: ${how}.`);
  const left = stillRunning(processes).map(({ pid, name }) => `${name} (${pid})`);
  if (left.length > 0) throw new Error(`Cadre left processes behind: ${left.join(', ')}.`);
  if (processes.length === 0)
    console.warn('Without /proc it was not checked that no process of Cadre stays.');
}

function limit(ms: number, what: string): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`${what} within ${ms / 1000} s`), ms).unref();
  });
}

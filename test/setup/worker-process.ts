import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { TestDatabase } from './database';
import { TEST_TENANT_KEY } from './test-keys';
import { TEST_PEPPER } from './test-peppers';
import { PROJECT_ROOT } from './web-build';

export interface WorkerProcess {
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Resolves once its output holds the words; fails when it ends before. */
  says(words: string): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, as the system does, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built worker, as npm start does, over a test database. The build must be there. */
export function startWorkerProcess({ urls }: TestDatabase): WorkerProcess {
  const key = ({ keyId, secret }: typeof TEST_PEPPER) => [{ keyId, secret: secret.toString('hex') }];
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(PROJECT_ROOT, 'build/worker.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        NODE_ENV: 'production',
        LOG_LEVEL: 'trace',
        DATABASE_URL: urls.app,
        DATABASE_AUTH_URL: urls.auth,
        DATABASE_OWNER_URL: urls.owner,
        CADRE_SECRETS: JSON.stringify({
          tenantKeys: key(TEST_TENANT_KEY),
          passwordPeppers: key(TEST_PEPPER),
        }),
      },
    },
  );
  let text = '';
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      tell();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    output: () => text,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!text.includes(words)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        void ended.then(() =>
          reject(new Error(`the worker ended before it said "${words}": ${text.slice(-500)}`)),
        );
        look();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

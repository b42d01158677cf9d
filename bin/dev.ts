import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { acquireStartLock } from '#db/embedded/start-lock';
import { readEnvironment } from '~/env.server';
import { childEnvironment } from './start/child-environment';
import { openDatabase } from './start/open-database';
import { requireFreePort } from './start/port-check';
import { waitUntilReady } from './start/wait-until-ready';

const ROOT = path.join(import.meta.dirname, '..');
const TSX = path.join(
  path.dirname(createRequire(import.meta.url).resolve('tsx/package.json')),
  'dist/cli.mjs',
);

/** Everything from source with reload: pages through Vite, web and worker started again when their files change. */
async function dev(): Promise<number> {
  const environment = readEnvironment({ ...process.env, NODE_ENV: 'development' });
  const { DATA_DIR, HOST: host, PORT: port } = environment;
  const lock = acquireStartLock(DATA_DIR);
  const halt = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  }).then(() => halt.abort());
  try {
    await requireFreePort({ host, port, patience: 0 });
    const database = await openDatabase(environment, (sentence) => console.log(sentence));
    const env = { ...childEnvironment(database, 'all'), NODE_ENV: 'development' as const };
    const programs: ChildProcess[] = [];
    try {
      for (const args of [
        ['migrate'],
        ['seed', 'reference'],
        ...(environment.CADRE_DEMO ? [['seed', 'demo']] : []),
      ]) {
        await finish(spawnTsx(['bin/cadre.ts', ...args], env), `cadre ${args.join(' ')}`);
      }
      const web = spawnTsx(['watch', '--clear-screen=false', 'app/server.ts'], env);
      const worker = spawnTsx(['watch', '--clear-screen=false', 'jobs/main.ts'], env);
      programs.push(web, worker);
      const ended = new Promise<string>((resolve) =>
        web.once('exit', (code) => resolve(`The web server ended (exit code ${code}); see the lines above.`)),
      );
      await waitUntilReady({
        url: `http://127.0.0.1:${port}/readyz`,
        lost: ended,
        logFile: 'the lines above',
        signal: halt.signal,
      });
      console.log(`Cadre is ready for development at http://localhost:${port}`);
      await Promise.race([stopped, ended]);
      return 0;
    } finally {
      await Promise.all(programs.map(stop));
      await database.close();
    }
  } catch (error) {
    if (halt.signal.aborted) return 0;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    lock.release();
  }
}

function spawnTsx(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [TSX, ...args], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function finish(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} ended with code ${code}`)),
    );
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

process.exitCode = await dev();
process.exit();

import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedError } from '#db/embedded/embedded-error';
import { acquireStartLock } from '#db/embedded/start-lock';
import { type Environment, readEnvironment } from '~/env.server';
import { CadreError } from '~/shared/errors';
import { buildIfStale } from './build';
import { childEnvironment } from './start/child-environment';
import { type KeptProgram, keepProgram } from './start/keep-program';
import { type DatabaseAccess, openDatabase } from './start/open-database';
import { requireFreePort } from './start/port-check';
import { browserAddress, ownAddress, parseDemoSignIns, readyMessage } from './start/ready-message';
import { repeatStep } from './start/run-step';
import { waitUntilReady } from './start/wait-until-ready';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const log = (sentence: string) => console.log(sentence);
const script = (name: string) => join(ROOT, 'build', `${name}.js`);

/** Undoes the steps of the start, last first. */
type Closers = (() => Promise<void> | void)[];

/** Starts everything, waits for Ctrl-C or the end of a part, and stops everything. Resolves with the exit code. */
async function start(): Promise<number> {
  const halt = new AbortController();
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!halt.signal.aborted) log('Stopping.');
        halt.abort();
        resolve(null);
      });
    }
  });
  const closers: Closers = [];
  try {
    const environment = readEnvironment();
    const { lost } = await bringUp(environment, closers, halt.signal);
    const problem = await Promise.race([asked, lost]);
    if (problem !== null) console.error(problem);
    return problem === null ? 0 : 1;
  } catch (error) {
    if (halt.signal.aborted) return 0;
    console.error(explain(error));
    return 1;
  } finally {
    await closeAll(closers);
  }
}

/** A part that does not stop must not keep the others from stopping. */
async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(explain(error));
    }
  }
}

/** Resolves when everything runs, to what resolves with one sentence when a part was given up. */
async function bringUp(
  environment: Environment,
  closers: Closers,
  signal: AbortSignal,
): Promise<{ readonly lost: Promise<string> }> {
  const { DATA_DIR, HOST: host, PORT: port } = environment;
  const lock = acquireStartLock(DATA_DIR);
  closers.push(lock.release);
  // After a crash the web server of before may need a moment to notice that it is alone.
  await requireFreePort({ host, port, patience: lock.tookOver ? 15_000 : 0 });
  const database = await openDatabase(environment, log);
  closers.push(database.close);
  signal.throwIfAborted();
  await buildIfStale({ root: ROOT, log, signal });
  await prepareData(environment, database, signal);

  const web = keep(environment, database, 'web');
  const worker = keep(environment, database, 'worker');
  closers.push(async () => {
    await Promise.all([web.stop(), worker.stop()]);
  });
  const url = `${ownAddress(host, port)}/readyz`;
  const lost = Promise.race([web.lost, worker.lost, database.lost]);
  await waitUntilReady({ url, lost, logFile: logFile(environment, 'web'), signal });
  log(readyMessage(browserAddress(host, port), demoAccounts(environment)));
  return { lost };
}

/** Each program with the logins that it needs; what it says goes to a file of its own. */
function keep(environment: Environment, database: DatabaseAccess, program: 'web' | 'worker'): KeptProgram {
  const env = childEnvironment(database, program === 'web' ? 'app-and-auth' : 'all');
  const name = program === 'web' ? 'The web server' : 'The worker';
  return keepProgram({ script: script(program), env, logFile: logFile(environment, program) }, { name, log });
}

/** Schema, reference data and, unless CADRE_DEMO=0, the demo organizations; each step is safe to repeat. */
async function prepareData(
  environment: Environment,
  database: DatabaseAccess,
  signal: AbortSignal,
): Promise<void> {
  const steps = [['migrate'], ['seed', 'reference'], ...(environment.CADRE_DEMO ? [['seed', 'demo']] : [])];
  const env = childEnvironment(database, 'all');
  for (const args of steps)
    await repeatStep({ script: script('cadre'), args, env, signal }, { log, settled: database.settled });
}

function demoAccounts({ CADRE_DEMO, DATA_DIR }: Environment) {
  if (!CADRE_DEMO) return [];
  try {
    return parseDemoSignIns(readFileSync(join(DATA_DIR, 'demo-sign-ins.json'), 'utf8'));
  } catch {
    return [];
  }
}

function logFile({ DATA_DIR }: Environment, name: string): string {
  const path = join(DATA_DIR, `${name}.log`);
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

function explain(error: unknown): string {
  if (error instanceof CadreError || error instanceof EmbeddedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.exitCode = await start();
// Programs that outlive their stop, or a timer of a library, must not keep the command open.
process.exit();

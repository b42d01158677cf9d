import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '~/shared/errors';

export interface Step {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const TRIES = 5;
const WAIT_MS = 500;

interface Around {
  readonly log: (sentence: string) => void;
  /** Resolves when the database runs, or is given up, that ended meanwhile. */
  readonly settled: () => Promise<void>;
  /** How long the first pause is, in ms; each later one is that much longer. */
  readonly waitMs?: number;
}

/**
 * Runs a step that is safe to repeat until it has been done: it or the database under it may be killed in the
 * middle. It is tried again when the database is back, however long that takes. Throws Unavailable with what it said
 * when it failed five times.
 */
export async function repeatStep(step: Step, { log, settled, waitMs = WAIT_MS }: Around): Promise<void> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await runStep(step);
    } catch (error) {
      if (step.signal.aborted || failed >= TRIES) throw error;
    }
    log(`The step "cadre ${step.args.join(' ')}" was not finished; trying again.`);
    await pause(waitMs * failed, undefined, { signal: step.signal });
    await settled();
  }
}

/** Runs one command of the command line to its end. Throws Unavailable with what it said when it fails. */
async function runStep({ script, args, env, signal }: Step): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const name = `cadre ${args.join(' ')}`;
  throw new Unavailable(said.trim() || `The step "${name}" failed without a word (exit code ${code}).`);
}

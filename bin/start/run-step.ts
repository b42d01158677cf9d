import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '~/shared/errors';

export interface Step {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const TRIES = 3;
const WAIT_MS = 500;

/**
 * Runs a step that is safe to repeat until it has been done: it or the database under it may be killed in the
 * middle. Throws Unavailable with what it said when it failed three times.
 */
export async function repeatStep(step: Step, log: (sentence: string) => void): Promise<void> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await runStep(step);
    } catch (error) {
      if (step.signal.aborted || failed >= TRIES) throw error;
    }
    log(`The step "cadre ${step.args.join(' ')}" was not finished; trying again.`);
    await pause(WAIT_MS * failed, undefined, { signal: step.signal });
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

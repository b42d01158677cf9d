import { spawn } from 'node:child_process';
import { Unavailable } from '~/shared/errors';

export interface Step {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs one command of the command line to its end. Throws Unavailable with what it said when it fails. */
export async function runStep({ script, args, env, signal }: Step): Promise<void> {
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

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { openLogFile } from './log-file';

export interface ProgramInput {
  /** Path of the bundled script. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

export interface Program {
  /** Resolves when the process says that it does its work; never when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the process has ended, with words for it: "exit code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  /** Asks the process to stop, ends it after ten seconds, and resolves when it is gone. */
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;
const LEASH = new URL('../leash.mjs', import.meta.url).href;

/**
 * Starts a long-running script in a session of its own (Ctrl-C reaches only this process, which stops the others
 * in order) and on a leash (it stops when this process is gone, even by kill -9).
 */
export function startProgram({ script, env, logFile }: ProgramInput): Program {
  const log = openLogFile(logFile);
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', LEASH, script], {
    env,
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
  return { ready, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(timer);
}

import { spawn } from 'node:child_process';
import { NEUTRAL_FOLDER, SERVER_ENVIRONMENT } from './server-environment';
import type { SystemUser } from './system-user';

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: SystemUser | null;
  readonly input?: string;
}

/** Runs a program to its end with text on its standard input. Resolves with exit code (null = killed) and stderr. */
export function runProgram({
  program,
  args,
  user,
  input = '',
}: ProgramRun): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: NEUTRAL_FOLDER,
      env: SERVER_ENVIRONMENT,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-20_000);
    });
    // A program that ends early closes its input; its exit code tells more than the write error.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

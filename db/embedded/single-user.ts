import { EmbeddedError } from './embedded-error';
import type { Placement } from './placement';
import { runProgram } from './run-program';

/**
 * Runs SQL on a stopped cluster without a connection (PostgreSQL's single-user mode); the first error ends it.
 * Statements have no trailing semicolon and no blank line. Throws EmbeddedError `init-failed`.
 */
export async function runSingleUser(
  { binaries, user, cluster }: Omit<Placement, 'note'>,
  database: string,
  statements: readonly string[],
): Promise<void> {
  const settings = ['exit_on_error=on', 'log_min_error_statement=panic', 'log_checkpoints=off'];
  const { code, stderr } = await runProgram({
    program: binaries.postgres,
    // -j: a statement ends at a semicolon followed by an empty line.
    args: ['--single', '-j', '-D', cluster, ...settings.flatMap((setting) => ['-c', setting]), database],
    user,
    input: statements.map((statement) => `${statement};\n\n`).join(''),
  });
  if (code === 0 && !/ (ERROR|FATAL|PANIC): /.test(stderr)) return;
  const line = stderr.split('\n').find((text) => / (ERROR|FATAL|PANIC): /.test(text)) ?? stderr.trim();
  throw new EmbeddedError('init-failed', `The embedded database could not be set up: ${line}`);
}

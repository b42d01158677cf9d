import { spawn } from 'node:child_process';
import type { Environment } from '~/env.server';
import type { Logger } from '~/logger.server';
import { Unavailable } from '~/shared/errors';
import type { FileScanner, ScanOutcome } from './file-scanner';

/** Milliseconds that a scan may take. */
const MOST_MS = 30_000;
/** Scans at the same time in one process. */
const MOST_AT_ONCE = 4;

interface Limits {
  readonly mostMs?: number;
}

/**
 * The scanner that CADRE_SCAN_COMMAND names: a program with its arguments, started without a shell and without the
 * process's environment, which reads the file from its standard input and ends with 0 (clean) or 1 (refused), as
 * `clamdscan --no-summary -` does. Without the command nothing is scanned, and files say so.
 */
export function createFileScanner(
  { CADRE_SCAN_COMMAND: command }: Pick<Environment, 'CADRE_SCAN_COMMAND'>,
  logger: Pick<Logger, 'warn'>,
  { mostMs = MOST_MS }: Limits = {},
): FileScanner {
  if (!command) return { scan: async () => 'not_scanned' };
  const [program = '', ...args] = command.trim().split(/\s+/u);
  let underWay = 0;
  return {
    async scan(bytes) {
      if (underWay >= MOST_AT_ONCE) throw unavailable();
      underWay += 1;
      try {
        return await runScan({ program, args, mostMs }, bytes);
      } catch (error) {
        logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'a file could not be scanned');
        throw unavailable();
      } finally {
        underWay -= 1;
      }
    },
  };
}

interface Run {
  readonly program: string;
  readonly args: readonly string[];
  readonly mostMs: number;
}

function runScan({ program, args, mostMs }: Run, bytes: Uint8Array): Promise<ScanOutcome> {
  return new Promise((resolve, reject) => {
    const options = { shell: false, env: { NODE_ENV: 'production' } } as const;
    const child = spawn(program, [...args], { ...options, stdio: ['pipe', 'ignore', 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), mostMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve('clean');
      else if (code === 1) resolve('refused');
      else reject(Object.assign(new Error('The scanner gave no answer.'), { code: `exit ${code}` }));
    });
    // A scanner that has seen enough closes its input.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

function unavailable(): Unavailable {
  return new Unavailable('The file could not be checked for viruses, so it was not kept. Try again later.');
}

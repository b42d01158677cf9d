import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.join(import.meta.dirname, '../../..');

/** Runs the command line on the Cadre of a data folder; what it printed. Throws with what it said when it fails. */
export async function runCadre(dataDir: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bin/bootstrap.mjs', 'bin/cadre.ts', ...words],
    { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir } },
  );
  return stdout;
}

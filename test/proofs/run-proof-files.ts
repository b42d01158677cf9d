import { spawn } from 'node:child_process';
import path from 'node:path';
import { PROJECT_ROOT } from '#test/setup/web-build';

interface ProofRun {
  /** Left out: the number of an everyday run. */
  readonly count: number | undefined;
  readonly seed: number | undefined;
}

const VITEST = path.join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs');

/** Runs test files with the count and seed of a whole proof and shows what they print; resolves to whether all held. */
export function runProofFiles(files: readonly string[], { count, seed }: ProofRun): Promise<boolean> {
  const env = {
    ...process.env,
    // The libraries as they run in production; pages are drawn in half the time.
    NODE_ENV: 'production' as const,
    ...(count === undefined ? {} : { PROOF_COUNT: String(count) }),
    ...(seed === undefined ? {} : { PROOF_SEED: String(seed) }),
  };
  const child = spawn(process.execPath, [VITEST, 'run', '--project', 'integration', ...files], {
    cwd: PROJECT_ROOT,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

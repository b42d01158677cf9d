import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '~/shared/errors';
import { repeatStep } from './run-step';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cadre-step-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A step that is done once the file `there` stands in the folder, and says what it misses until then. */
function stepThatNeeds(there: string) {
  const script = path.join(folder, 'step.cjs');
  writeFileSync(
    script,
    `if (!require('node:fs').existsSync(process.argv[2])) { console.error('no database'); process.exit(1); }`,
  );
  return {
    script,
    args: [path.join(folder, there)],
    env: { NODE_ENV: 'test' as const },
    signal: new AbortController().signal,
  };
}

describe('repeatStep', () => {
  it('tries again only when the database that ended is back', async () => {
    const step = stepThatNeeds('database');
    const said: string[] = [];
    let waited = 0;
    const settled = async () => {
      waited += 1;
      writeFileSync(path.join(folder, 'database'), '');
    };
    await repeatStep(step, { log: (sentence) => said.push(sentence), settled, waitMs: 1 });
    expect(waited).toBe(1);
    expect(said).toHaveLength(1);
    expect(existsSync(path.join(folder, 'database'))).toBe(true);
  });

  it('gives up with what the step said', async () => {
    const said: string[] = [];
    const never = {
      log: (sentence: string) => said.push(sentence),
      settled: async () => undefined,
      waitMs: 1,
    };
    const failed = repeatStep(stepThatNeeds('database'), never);
    await expect(failed).rejects.toThrow(Unavailable);
    await expect(failed).rejects.toThrow('no database');
    expect(said).toHaveLength(4);
  });
});

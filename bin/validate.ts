import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './validate/find-chromium';
import { countDependencyModules, runTool } from './validate/run-tool';

const ROOT = path.join(import.meta.dirname, '..');
const TMP = path.join(ROOT, '.tmp');
/** Fewer modules than this means that dependency-cruiser was blind. */
const LEAST_MODULES = 300;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Passed at the second try only. */
  unsteady: number;
}

/** Everything that must be green before a change lands, in the order in which it fails fastest. */
async function main(): Promise<number> {
  rmSync(TMP, { recursive: true, force: true });
  mkdirSync(TMP, { recursive: true });
  const chromium = findChromium();
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
  await runTool('format and lint', 'biome', ['ci', '--error-on-warnings', '.']);
  await countDependencyModules(LEAST_MODULES);
  await runTool('unused files and packages', 'knip', []);
  await runTool('types', 'tsc', ['--noEmit', '-p', '.']);
  const unit = await runTool(
    'unit and integration',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile=${TMP}/vitest.json`],
    {
      mayFail: true,
    },
  );
  addVitest(counts);
  if (unit !== 0) return close(counts, 1);
  await runTool('build', process.execPath, ['--import', 'tsx', 'bin/build.ts']);
  const endToEnd = await runTool(
    'end to end',
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts'],
    {
      mayFail: true,
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: `${TMP}/playwright.json` },
    },
  );
  addPlaywright(counts);
  return close(counts, endToEnd);
}

/** The one closing line. */
function close(counts: Counts, code: number): number {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const unsteady = counts.unsteady > 0 ? `, ${counts.unsteady} of the passed at a second try only` : '';
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}${unsteady}`);
  return code === 0 && counts.failed === 0 ? 0 : 1;
}

function addVitest(counts: Counts): void {
  const report = JSON.parse(readFileSync(path.join(TMP, 'vitest.json'), 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests;
}

function addPlaywright(counts: Counts): void {
  const { stats } = JSON.parse(readFileSync(path.join(TMP, 'playwright.json'), 'utf8'));
  counts.passed += stats.expected + stats.flaky;
  counts.unsteady += stats.flaky;
  counts.failed += stats.unexpected;
  counts.skipped += stats.skipped;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);

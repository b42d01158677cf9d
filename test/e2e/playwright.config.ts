import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './cadre/chromium-launch';

const ROOT = path.join(import.meta.dirname, '../..');
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME;

/** End-to-end tests of a running Cadre with its demo organizations, in Chromium. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: path.join(ROOT, '.tmp/e2e/results'),
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // One that passes at a second try only is counted and named as such: it is to be mended.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(report ? [['json', { outputFile: path.resolve(report) }] as const] : [])],
  projects: [{ name: 'chromium' }],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch(),
    trace: 'off',
  },
});

import path from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/setup/longest-first';

const at = (folder: string) => path.join(import.meta.dirname, folder);
const alias = [
  { find: /^~\//, replacement: `${at('app')}/` },
  { find: /^#db\//, replacement: `${at('db')}/` },
  { find: /^#jobs\//, replacement: `${at('jobs')}/` },
  { find: /^#seeds\//, replacement: `${at('seeds')}/` },
  { find: /^#test\//, replacement: `${at('test')}/` },
  { find: /^#bin\//, replacement: `${at('bin')}/` },
];

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,db,jobs,seeds,bin}/**/*.test.{ts,tsx}', 'test/structure/*.test.ts'],
          setupFiles: ['test/setup/outbound.ts', 'test/setup/properties.ts'],
          // They hold no state between files: modules are read once a worker.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['test/{integration,isolation,proofs}/**/*.test.ts'],
          globalSetup: ['test/setup/global-setup.ts'],
          setupFiles: ['test/setup/outbound.ts', 'test/setup/properties.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

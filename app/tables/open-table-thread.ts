import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TableTask } from './table-thread-message';

/** Above what a table within the limits needs; beyond it the thread ends, not the process. */
const HEAP = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 32 } as const;

/**
 * The thread of table-thread.ts: once bundled it stands in build/, beside the program or above the interface's part of
 * it; else from source through tsx.
 */
export function openTableThread(task: TableTask): Worker {
  const options = { name: 'table', resourceLimits: HEAP, workerData: task };
  const bundled = [
    path.join(import.meta.dirname, 'table-thread.js'),
    path.join(import.meta.dirname, '..', 'table-thread.js'),
    path.join(import.meta.dirname, '..', '..', 'table-thread.js'),
  ].find((file) => existsSync(file));
  if (bundled) return new Worker(bundled, { ...options, execArgv: ['--enable-source-maps'] });
  const source = path.join(import.meta.dirname, 'table-thread.ts');
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Worker(source, { ...options, execArgv: ['--import', loader] });
}

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TableTask } from './table-thread-message';

const YOUNG_MB = 32;

/**
 * The thread of table-thread.ts: once bundled it stands in build/, beside the program or above the interface's part of
 * it; else from source through tsx. @param heapMb its memory; beyond it the thread ends, not the process.
 */
export function openTableThread(task: TableTask, heapMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
  const options = { name: 'table', resourceLimits, workerData: task };
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

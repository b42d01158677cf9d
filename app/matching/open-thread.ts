import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * The heap of a thread. Old: far above what a release needs; beyond it the thread ends, not the process. Young: learning
 * makes much that is short-lived, and less room for it keeps the process about 160 MB smaller.
 */
const HEAP = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 16 } as const;

/** The thread of title-thread.ts: beside this file once bundled (build/), else from source through tsx. */
export function openThread(): Worker {
  const options = { name: 'titles', resourceLimits: HEAP };
  const bundled = path.join(import.meta.dirname, 'title-thread.js');
  if (existsSync(bundled)) return new Worker(bundled, { ...options, execArgv: ['--enable-source-maps'] });
  const source = path.join(import.meta.dirname, 'title-thread.ts');
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Worker(source, { ...options, execArgv: ['--import', loader] });
}

import { parentPort, workerData } from 'node:worker_threads';
import { InvalidInput } from '~/shared/errors';
import { readLooseTable } from '~/shared/read-loose-table';
import type { TableAnswer, TableTask } from './table-thread-message';

/** Reads the one table that the thread was started with, says what came of it, and ends. */
async function main({ bytes, name }: TableTask): Promise<TableAnswer> {
  try {
    return { kind: 'read', table: await readLooseTable(bytes, name) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { kind: 'refused', reason: error.reason, errors: error.errors };
  }
}

parentPort?.postMessage(await main(workerData as TableTask));

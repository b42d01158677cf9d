import type { Worker } from 'node:worker_threads';
import { refusal } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import { openTableThread } from './open-table-thread';
import type { TableAnswer, TableTask } from './table-thread-message';

/** A table within the limits is read in a fraction of this. */
const MOST_MS = 60_000;

/** The reading that is under way: tables are read one after the other, so that they need the memory of one. */
let underWay: Promise<unknown> = Promise.resolve();

/**
 * A table that somebody sent (readLooseTable), read in a thread with bounds of memory and time of its own: no file stops
 * or ends the process. Not within a transaction: others wait their turn.
 * @throws InvalidInput for what is no table, and for what takes more memory or time than a table may.
 */
export function readSentTable(bytes: Uint8Array, name: string): Promise<LooseTable> {
  const reading = underWay.then(() => answerOf(openTableThread({ bytes, name }), { bytes, name }));
  underWay = reading.catch(() => {});
  return reading.then((answer) => {
    if (answer.kind === 'read') return answer.table;
    throw new InvalidInput(answer.reason, answer.errors);
  });
}

async function answerOf(thread: Worker, { name }: TableTask): Promise<TableAnswer> {
  const tooMuch = (what: string) => refusal(name, [{ pointer: name, detail: `The file takes too much ${what} to be read. Split it into several files.` }]);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<TableAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch('time')), MOST_MS);
      thread.on('message', resolve);
      thread.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory') : error),
      );
      thread.on('exit', () => reject(new Error('The thread ended without an answer.')));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

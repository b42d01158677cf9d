import type { Worker } from 'node:worker_threads';
import { refusal } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import { readLooseTable } from '~/shared/read-loose-table';
import { isWorkbook } from '~/shared/read-workbook';
import { openTableThread } from './open-table-thread';
import type { TableAnswer } from './table-thread-message';

/** Far above what a table within the limits of its reader takes. */
const MOST = { heapMb: 1_024, ms: 60_000 };

/** Bytes of a text that takes no time to speak of, so that a thread is not worth it. */
const SMALL = 256 * 1024;

/** The reading that is under way: tables are read one after the other, so that they need the memory of one. */
let underWay: Promise<unknown> = Promise.resolve();

/**
 * A table that somebody sent (readLooseTable). A workbook or long text is read in a thread with bounds of memory and time
 * of its own: no file stops or ends the process. Not for within a transaction: it may wait its turn.
 * @throws InvalidInput for what is no table, and for what takes more memory or time than a table may.
 */
export function readSentTable(bytes: Uint8Array, name: string, most = MOST): Promise<LooseTable> {
  if (bytes.byteLength <= SMALL && !isWorkbook(bytes)) return readLooseTable(bytes, name);
  const reading = underWay.then(() => answerOf(openTableThread({ bytes, name }, most.heapMb), name, most.ms));
  underWay = reading.catch(() => {});
  return reading.then((answer) => {
    if (answer.kind === 'read') return answer.table;
    throw new InvalidInput(answer.reason, answer.errors);
  });
}

async function answerOf(thread: Worker, name: string, ms: number): Promise<TableAnswer> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<TableAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch('time', name)), ms);
      thread.on('message', resolve);
      thread.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory', name) : error),
      );
      thread.on('exit', () => reject(new Error('The thread of a table ended without an answer.')));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function tooMuch(what: string, name: string): InvalidInput {
  const detail = `The file takes too much ${what} to be read. Split it into several files.`;
  return refusal(name, [{ pointer: name, detail }]);
}

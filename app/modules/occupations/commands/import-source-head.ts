import { constants, gunzipSync } from 'node:zlib';
import { headerNames } from '../domain/source-table/column-reader';
import { splitRecord } from '../domain/source-table/split-record';

/** Most of a head that is unpacked to be looked at. */
const MOST_HEAD = 256 * 1024;

/** The text with which a file begins, unpacked where it is gzip; empty where it cannot be read so. Never throws. */
export function headText(head: Uint8Array): string {
  try {
    const bytes = head[0] === 0x1f && head[1] === 0x8b ? beginningOf(head) : head;
    return new TextDecoder('utf-8').decode(bytes);
  } catch {
    return '';
  }
}

/** A gzip file that is cut off is unpacked as far as it goes. */
function beginningOf(head: Uint8Array): Uint8Array {
  for (let length = head.length; length > 32; length = Math.floor(length / 2)) {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_HEAD };
      return gunzipSync(head.subarray(0, length), options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    }
  }
  return new Uint8Array();
}

/** Names of the columns in the first line of comma-separated text; null where the line is none. */
export function headColumns(head: Uint8Array): ReadonlySet<string> | null {
  const line = headText(head).split(/\r\n|\n|\r/u, 1)[0] ?? '';
  const cells = splitRecord(line);
  return typeof cells === 'string' || cells.length < 2 ? null : new Set(headerNames(cells));
}

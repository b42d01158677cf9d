import { isUtf8 } from 'node:buffer';
import { refusal } from '~/shared/csv';
import type { InvalidInput } from '~/shared/errors';

const LF = 10;
const CR = 13;
const NUL = 0;
/** Longest line; the longest of a release has some 2,000 characters. */
const MAX_LINE_BYTES = 1024 ** 2;

const LONE_RETURN = 'A carriage return stands alone; lines end with CR and LF or with LF.';

interface Lines {
  readonly bytes: Uint8Array;
  /** Line of the file on which the bytes begin, from 1. */
  readonly line: number;
}

const at = (file: string, line: number, detail: string): InvalidInput =>
  refusal(file, [{ pointer: `${file}:${line}`, detail }]);

const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let place = bytes.indexOf(LF); place >= 0; place = bytes.indexOf(LF, place + 1)) count += 1;
  return count;
}

/** Place of a carriage return that ends no line; -1 for none. */
function loneReturn(bytes: Uint8Array): number {
  let place = bytes.indexOf(CR);
  while (place >= 0 && bytes[place + 1] === LF) place = bytes.indexOf(CR, place + 1);
  return place;
}

/** The first line that is not UTF-8. */
function brokenLine({ bytes, line }: Lines): number {
  for (let from = 0, here = line; ; here += 1) {
    const end = bytes.indexOf(LF, from);
    const rest = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (end < 0 || !isUtf8(rest)) return here;
    from = end + 1;
  }
}

function check(file: string, lines: Lines): void {
  const { bytes, line } = lines;
  if (line === 1 && isUtf16(bytes)) throw at(file, 1, 'The file is UTF-16 text; UTF-8 is expected.');
  if (!isUtf8(bytes)) throw at(file, brokenLine(lines), 'The line is not UTF-8 text.');
  const lone = loneReturn(bytes);
  if (lone >= 0) throw at(file, line + countLines(bytes.subarray(0, lone)), LONE_RETURN);
  const nul = bytes.indexOf(NUL);
  if (nul >= 0) throw at(file, line + countLines(bytes.subarray(0, nul)), 'The line has a NUL character.');
}

/**
 * Cuts the bytes of a text file into pieces of whole lines.
 * @throws InvalidInput with file, line and reason for text that is not UTF-8, for a carriage return that ends no
 * line, for NUL characters and for lines of more than a megabyte.
 */
export async function* wholeLines(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Lines> {
  let rest: Uint8Array = new Uint8Array();
  let line = 1;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LF) + 1;
    rest = bytes.subarray(end);
    if (end > 0) {
      const lines = { bytes: bytes.subarray(0, end), line };
      check(file, lines);
      yield lines;
      line += countLines(lines.bytes);
    }
    if (rest.length <= MAX_LINE_BYTES) continue;
    const alone = loneReturn(rest.subarray(0, MAX_LINE_BYTES)) >= 0;
    throw at(file, line, alone ? LONE_RETURN : 'The line is longer than a megabyte.');
  }
  if (rest.length === 0) return;
  check(file, { bytes: rest, line });
  yield { bytes: rest, line };
}

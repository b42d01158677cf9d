import { InvalidInput } from '~/shared/errors';

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Bytes of one line; a longer one is no text that people wrote. */
const LONGEST = 1024 * 1024;
const LF = 0x0a;

/**
 * The lines of a stream of bytes, without their ends (LF or CRLF) and without a byte order mark; one line is held at
 * a time. Throws InvalidInput with `place:line` where bytes are not UTF-8, hold NUL, or a line is endless.
 */
export async function* readUtf8Lines(
  bytes: AsyncIterable<Uint8Array>,
  place: string,
): AsyncGenerator<TextLine> {
  let rest: Uint8Array[] = [];
  let line = 0;
  const take = (end: Uint8Array): TextLine => {
    line += 1;
    const whole = Buffer.concat([...rest, end]);
    rest = [];
    return { line, text: decode(whole, `${place}:${line}`, line === 1) };
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (rest.reduce((sum, part) => sum + part.length, 0) > LONGEST)
      throw refusal(place, `${place}:${line + 1}`, 'The line is longer than a mebibyte.');
  }
  if (rest.length > 0) yield take(new Uint8Array());
}

function decode(bytes: Uint8Array, pointer: string, first: boolean): string {
  const place = pointer.slice(0, pointer.lastIndexOf(':'));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: !first }).decode(bytes);
    if (text.includes('\0')) throw refusal(place, pointer, 'The line holds NUL; the file is not text.');
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw refusal(place, pointer, 'The line is not UTF-8 text. Save the file as UTF-8.');
  }
}

function refusal(place: string, pointer: string, detail: string): InvalidInput {
  return new InvalidInput(`${place} was not read to its end.`, [{ pointer, detail }]);
}

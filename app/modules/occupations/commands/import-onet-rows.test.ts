import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '~/shared/errors';
import { findDataset } from '../domain/onet/find-dataset';
import { makeRowReader } from '../domain/onet/row-reader';
import { readCells, readRows } from './import-onet-rows';

const HEADER = ['O*NET-SOC Code', 'Title', 'Description'];
const TEXT = `${HEADER.join('\t')}\r\n11-3013.01\tÉclair "lead"\tn/a is kept\r\n33-9032.00\tGuards — 日本\t"\r\n`;

async function* pieces(bytes: Uint8Array, cuts: readonly number[]) {
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (const [index, start] of places.entries()) {
    if (index + 1 < places.length) yield bytes.subarray(start, places[index + 1]);
  }
}

const encode = (text: string) => new TextEncoder().encode(text);
const whole = (text: string | Uint8Array) => pieces(typeof text === 'string' ? encode(text) : text, []);

async function cellsOf(chunks: AsyncIterable<Uint8Array>) {
  const lines = [];
  for await (const batch of readCells('x.txt', chunks)) lines.push(...batch);
  return lines;
}

async function rowsOf(text: string | Uint8Array, repeats: 'refused' | 'counted' = 'refused') {
  const dataset = findDataset('Occupation Data');
  const reader = dataset && makeRowReader(dataset, HEADER);
  if (!reader || 'missing' in reader) throw new Error('not a reader');
  const count = { rows: 0, repeated: 0 };
  const rows = [];
  const table = { file: 'x.txt', header: HEADER, reader, repeats };
  for await (const batch of readRows(table, whole(text), count)) rows.push(...batch);
  return { rows, count };
}

async function faultOf(text: string | Uint8Array): Promise<string> {
  try {
    await rowsOf(text);
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.errors.map((fault) => `${fault.pointer} ${fault.detail}`).join();
    throw error;
  }
  return '';
}

describe('the lines of a table', () => {
  it('are the same wherever the bytes are cut, with CRLF or LF, with or without a byte order mark', async () => {
    const expected = await cellsOf(whole(TEXT));
    expect(expected).toHaveLength(3);
    expect(expected[1]).toEqual({ line: 2, cells: ['11-3013.01', 'Éclair "lead"', 'n/a is kept'] });
    expect(expected[2]?.cells[2]).toBe('"');
    const forms = [
      TEXT,
      TEXT.replaceAll('\r\n', '\n'),
      `\ufeff${TEXT}`,
      TEXT.trimEnd(),
      `${TEXT}\r\n\r\n`,
    ].map(encode);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (bytes, cuts) => {
          const inside = cuts.map((cut) => cut % bytes.length);
          expect(await cellsOf(pieces(bytes, inside))).toEqual(expected);
        },
      ),
    );
  });

  it('keep their number after empty lines', async () => {
    expect((await cellsOf(whole('a\tb\n\n\nc\td\n'))).map(({ line }) => line)).toEqual([1, 4]);
  });
});

describe('a broken table', () => {
  const lines = TEXT.split('\r\n');
  it.each([
    ['a ragged row', TEXT.replace('\tn/a is kept', ''), /^x\.txt:2 The row has 2 cells, the header has 3\.$/],
    ['a cut row at the end', `${TEXT}11-1011.00`, /^x\.txt:4 The row has 1 cells/],
    ['carriage returns alone', TEXT.replaceAll('\r\n', '\r'), /^x\.txt:1 A carriage return stands alone/],
    ['one carriage return alone', TEXT.replace('lead', 'le\rad'), /^x\.txt:2 A carriage return stands alone/],
    ['a NUL', TEXT.replace('Guards', 'Gu\0rds'), /^x\.txt:3 The line has a NUL/],
    [
      'a type that changes half-way',
      TEXT.replace('33-9032.00', 'Guards'),
      /^x\.txt:3 O\*NET-SOC Code is "Guards"/,
    ],
    ['a repeated row', `${TEXT}${lines[1]}\r\n`, /^x\.txt:4 The row repeats that of line 2: 11-3013\.01\.$/],
    ['a line without end', `a${'b'.repeat(1024 ** 2)}`, /^x\.txt:1 The line is longer than a megabyte/],
  ])('is refused with file, line and reason: %s', async (_, text, fault) => {
    expect(await faultOf(text)).toMatch(fault);
  });

  it('is refused where it is not UTF-8', async () => {
    const latin = Buffer.from(
      TEXT.replace('—', '-').replace('日本', 'x').replace('É', 'E').replace('Guards', 'Gärten'),
      'latin1',
    );
    expect(await faultOf(latin)).toMatch(/^x\.txt:3 The line is not UTF-8/);
    expect(await faultOf(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).toMatch(/^x\.txt:1 The file is UTF-16/);
  });

  it('counts repeated rows where a table may have them, and keeps them', async () => {
    const { rows, count } = await rowsOf(`${TEXT}${lines[1]}\r\n`, 'counted');
    expect([rows.length, count]).toEqual([3, { rows: 3, repeated: 1 }]);
  });
});

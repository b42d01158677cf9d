import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '~/shared/errors';
import { CsvReader } from './csv-reader';

/** The rows of a text that comes in pieces of this size. */
function read(text: string, piece = text.length || 1, loose = false) {
  const reader = new CsvReader('f.csv', { loose });
  const rows = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)));
  return [...rows, ...reader.end()];
}
const cells = (text: string, piece?: number) => read(text, piece).map((row) => row.cells);

function refusalOf(text: string) {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0];
  }
  throw new Error('It was read.');
}

describe('comma-separated text', () => {
  it('is read with quotes, line breaks in cells, both line ends and no line end at the end', () => {
    expect(cells('a,b\r\n"x, ""y""","1\r\n2"\n,\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\n2'],
      ['', ''],
    ]);
    expect(cells('a\n"b"')).toEqual([['a'], ['b']]);
    expect(cells('')).toEqual([]);
  });

  it('gives the physical line on which a row starts, empty lines counted', () => {
    expect(read('a\n\n"1\n2\n3"\nb').map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  it('takes the text out of ="...", as spreadsheets are told to keep text', () => {
    expect(cells('="01","01",="01.10",=1\n')).toEqual([['01', '01', '01.10', '=1']]);
  });

  it('takes a quote inside an enclosed cell as data only where it is told to', () => {
    const text = '"a "b" c","d"\n';
    expect(read(text, 1, true).map((row) => row.cells)).toEqual([['a "b" c', 'd']]);
    expect(refusalOf(text)).toMatchObject({ pointer: 'f.csv:1' });
  });

  it('comes back as it was written, whatever pieces it comes in', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', ' ', '='), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, piece, end) => {
          const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
          expect(cells(written.join(end), piece)).toEqual(rows);
        },
      ),
    );
  });

  it.each([
    ['x\n"a"b,c\n', 'f.csv:2', 'quotes of this row are broken'],
    ['x\na"b,c\n', 'f.csv:2', 'quotes of this row are broken'],
    ['x\ny\n"a,b\nc,d\n', 'f.csv:3', 'never closed'],
    ['a,b\rc,d\r', 'f.csv:1', 'CR only'],
    ['x\n"a"\r,b\n', 'f.csv:2', 'CR only'],
    [`x\n${'a,b\r'.repeat(300_000)}`, 'f.csv:2', 'CR only'],
    [`x\n${'a'.repeat(1_100_000)}`, 'f.csv:2', 'longer than a million characters'],
  ])('%#: is refused with its line', (text, pointer, detail) => {
    expect(refusalOf(text)).toMatchObject({ pointer, detail: expect.stringContaining(detail) });
  });
});

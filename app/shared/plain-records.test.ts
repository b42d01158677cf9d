import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecords } from './csv';
import { plainRecords } from './plain-records';

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      ',',
      ',',
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      "'",
      '=1',
      '\u00a0',
      '\ufeff',
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));

describe('records without quotation marks', () => {
  it('are those that the reader of any text finds', () => {
    fc.assert(
      fc.property(text, (written) => {
        const lines = written.replace(/\r\n?/g, '\n');
        const plain = plainRecords(lines, { separator: ',', longest: 1_000, most: 100 });
        // A quoted record at the end makes it take the reader of any text.
        const read = parseRecords(`${written}\n"end"`, 'x.csv').slice(0, -1);
        expect(plain).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are left to that reader where there is a mark or a line is too long, and end where they have to', () => {
    const limits = { separator: ';', longest: 10, most: 2 };
    expect(plainRecords('a;"b"', limits)).toBeNull();
    expect(plainRecords(`a;${'b'.repeat(20)}`, limits)).toBeNull();
    expect(plainRecords('a;b\n;\nc\nd', limits)).toEqual([
      { line: 1, values: ['a', 'b'] },
      { line: 3, values: ['c'] },
    ]);
  });
});

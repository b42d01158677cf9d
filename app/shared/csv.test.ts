import { describe, expect, it } from 'vitest';
import { CSV_MAX_ROWS, decodeCsv, readCsv } from './csv';
import { nameColumns } from './csv-columns';
import { InvalidInput } from './errors';

/** The faults that reading the text gives, as "pointer detail". */
function faultsOf(text: string): string[] {
  try {
    readCsv(text, 'x.csv');
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors.map((fault) => `${fault.pointer} ${fault.detail}`);
    throw error;
  }
  return [];
}

describe('readCsv', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])(
    'gives the physical line of each row with %s line ends, empty lines and quoted line breaks',
    (_, end) => {
      const text = ['\ufeffName, B ', '1,2', '', '"x', 'y",3', ',', '"a""b",4'].join(end);
      const table = readCsv(text, 'x.csv');
      expect(table.header).toEqual(['name', 'b']);
      expect(table.rows).toEqual([
        { line: 2, values: ['1', '2'] },
        { line: 4, values: ['x\ny', '3'] },
        { line: 7, values: ['a"b', '4'] },
      ]);
    },
  );

  it('keeps cells that look like formulas, and spaces, as they are', () => {
    const cells = ['=1+1', '+2', '-3', '@x', ' y '];
    expect(readCsv(`a,b,c,d,e\n${cells.join(',')}\n`, 'x.csv').rows[0]?.values).toEqual(cells);
  });

  it('says what is wrong with the separators, the header, the quotes and the width', () => {
    expect(faultsOf('a;b\n1;2\n')[0]).toContain('semicolons');
    expect(faultsOf('a\tb\n1\t2\n')[0]).toContain('tabs');
    expect(faultsOf('a,A,\n')).toEqual([
      'x.csv:1 The column a is there twice.',
      'x.csv:1 Column 3 has no name.',
    ]);
    expect(faultsOf('a,b\n1,2\n1,"x\n3,4\n')[0]).toMatch(/^x\.csv:3 From here on a quoted cell/);
    expect(faultsOf('a,b\n1,x"y\n')[0]).toMatch(/^x\.csv:2 The quotes/);
    expect(faultsOf('a,b\n1,2\n1\n1,2,3\n')).toEqual([
      'x.csv:3 The row has 1 cells, the header has 2.',
      'x.csv:4 The row has 3 cells, the header has 2.',
    ]);
    expect(faultsOf('')[0]).toBe('x.csv:1 The file is empty.');
  });

  it('refuses more rows than the limit', () => {
    expect(faultsOf(`a\n${'1\n'.repeat(CSV_MAX_ROWS + 1)}`)[0]).toContain('more than 200,000 rows');
    expect(readCsv(`a\n${'1\n'.repeat(CSV_MAX_ROWS)}`, 'x.csv').rows).toHaveLength(CSV_MAX_ROWS);
  });

  it('lists at most 100 faults and counts them all', () => {
    expect.assertions(2);
    try {
      readCsv(`a,b\n${'1\n'.repeat(150)}`, 'x.csv');
    } catch (error) {
      expect((error as InvalidInput).errors).toHaveLength(100);
      expect((error as InvalidInput).reason).toContain('150 faults');
    }
  });
});

describe('decodeCsv', () => {
  it('reads UTF-8 and refuses other encodings', () => {
    expect(decodeCsv(new TextEncoder().encode('é'), 'x.csv')).toBe('é');
    expect(() => decodeCsv(new Uint8Array([0x61, 0xe9, 0x2c]), 'x.csv')).toThrow(InvalidInput);
  });
});

describe('nameColumns', () => {
  it('reads columns in any order, reports unknown ones, and refuses a missing required one', () => {
    const table = readCsv('z,b,a\n1,2,3\n', 'x.csv');
    const named = nameColumns(table, { required: ['a', 'b'], optional: ['c'] });
    expect([...named.rows]).toEqual([{ line: 2, cells: { a: '3', b: '2', c: undefined } }]);
    expect(named.warnings).toEqual([
      { pointer: 'x.csv:1', detail: 'The column "z" is not known and was not read.' },
    ]);
    expect(() => nameColumns(table, { required: ['a', 'q'], optional: [] })).toThrow(
      'x.csv was not imported',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';
import { neutraliseFormula, restoreFormula } from './formula-cell';
import { writeCsv } from './write-csv';

const STARTS = ['=', '+', '-', '@', '\t', "'", '＝', '＋', '－', '＠', 'a', '"', ' '];
const cell = fc
  .tuple(fc.array(fc.constantFrom(...STARTS), { maxLength: 4 }), fc.string({ maxLength: 8 }))
  .map(([start, rest]) => start.join('') + rest);

describe('cells that a spreadsheet would take for formulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['@cmd', "'@cmd"],
    ['－1', "'－1"],
    ["'tis so", "'tis so"],
    ['plain', 'plain'],
    ['', ''],
  ])('%j is written %j', (given, written) => {
    expect(neutraliseFormula(given)).toBe(written);
    expect(restoreFormula(written)).toBe(given);
  });

  it('never begin like one, and come back as they were, for 100,000 cells', () => {
    fc.assert(
      fc.property(cell, (given) => {
        const written = neutraliseFormula(given);
        expect(written).not.toMatch(/^[=+\-@\t\r\n＋－＝＠]/u);
        expect(restoreFormula(written)).toBe(given);
      }),
      { numRuns: 100_000 },
    );
  });
});

describe('writeCsv', () => {
  it('quotes what has to be quoted', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "so"'],
          ['=1', ' z'],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""so"""\r\n\'=1," z"\r\n');
  });

  it('is read back cell by cell, whatever the cells hold but carriage returns', () => {
    const row = fc.tuple(cell, cell, fc.constant('end'));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        fc.pre(!rows.flat().some((text) => text.includes('\r')));
        const read = readCsv(writeCsv(['a', 'b', 'c'], rows), 'x.csv').rows;
        expect(read.map(({ values }) => values.map(restoreFormula))).toEqual(rows);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSocHierarchy, type SocEntry, type SocLevel } from './soc-hierarchy';
import { codesAbove } from './soc-lineage';

const entry = (level: SocLevel, code: string, line = 1): SocEntry => ({
  line,
  level,
  code,
  title: code,
  definition: null,
});
const ENTRIES = [
  entry('major', '15-0000'),
  entry('minor', '15-1200'),
  entry('broad', '15-1210'),
  entry('detailed', '15-1211'),
  entry('onet', '15-1211.01'),
  entry('minor', '15-2000'),
  entry('broad', '15-2010'),
  entry('detailed', '15-2011'),
  entry('major', '29-0000'),
  entry('minor', '29-1000'),
  entry('broad', '29-1210'),
  entry('detailed', '29-1229'),
];
const parents = (entries: readonly SocEntry[]) =>
  Object.fromEntries(buildSocHierarchy(entries, 'f.csv').map(({ code, parent }) => [code, parent]));

describe('the hierarchy of occupations', () => {
  it('finds odd minor groups, and a broad group that the digits do not name, in any order of rows', () => {
    const expected = parents(ENTRIES);
    expect(expected).toMatchObject({
      '15-0000': null,
      '15-1200': '15-0000',
      '15-1210': '15-1200',
      '15-1211.01': '15-1211',
      '15-2011': '15-2010',
      '29-1229': '29-1210',
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length }), (shuffled) => {
        expect(parents(shuffled)).toEqual(expected);
      }),
    );
  });

  it('refuses a code twice, and one without a group above it', () => {
    expect(() =>
      buildSocHierarchy([entry('major', '15-0000', 2), entry('major', '15-0000', 3)], 'f.csv'),
    ).toThrow('15-0000 is there twice; first on line 2.');
    for (const alone of [
      entry('minor', '17-1000'),
      entry('detailed', '15-1211'),
      entry('onet', '15-1299.01'),
    ])
      expect(() => buildSocHierarchy([entry('major', '15-0000'), alone], 'f.csv')).toThrow('under no group');
  });

  it('lists every code that can stand above an occupation', () => {
    const above = codesAbove('29-1229.03');
    for (const code of ['29-0000', '29-1000', '29-1200', '29-1210', '29-1229', '29-1229.03'])
      expect(above).toContain(code);
    expect(codesAbove('15-1211.01')).toContain('15-1200');
  });
});

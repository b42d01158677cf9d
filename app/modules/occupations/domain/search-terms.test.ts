import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearch } from './search-terms';

describe('what a person looks for', () => {
  it.each([
    ['11', '11-'],
    ['11-3', '11-3'],
    ['11-3013', '11-3013'],
    ['113013', '11-3013'],
    ['11-3013.01', '11-3013.01'],
    [' 11301301 ', '11-3013.01'],
  ])('reads %j as a code', (query, prefix) => {
    expect(readSearch(query)).toEqual({ kind: 'code', prefix });
  });

  it('reads words in small letters', () => {
    expect(readSearch('Security  Managers')).toEqual({ kind: 'words', words: ['security', 'managers'] });
    expect(readSearch('2 shifts')).toEqual({ kind: 'words', words: ['2', 'shifts'] });
  });

  it('takes nothing as everything', () => {
    expect(readSearch('   ')).toEqual({ kind: 'all' });
    expect(readSearch(' ,; ')).toEqual({ kind: 'all' });
  });

  it('gives at most ten words, none of them empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (query) => {
        const terms = readSearch(query);
        if (terms.kind !== 'words') return;
        expect(terms.words.length).toBeLessThanOrEqual(10);
        expect(terms.words.every((word) => word !== '')).toBe(true);
      }),
    );
  });
});

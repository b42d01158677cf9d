import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearch } from './search-terms';

describe('what a person looks for', () => {
  it.each([
    ['1', '1'],
    ['11', '11-'],
    ['11-3', '11-3'],
    ['11-3013', '11-3013'],
    ['113013', '11-3013'],
    ['11-3013.01', '11-3013.01'],
    [' 11301301 ', '11-3013.01'],
  ])('reads %j as a code', (query, prefix) => {
    expect(readSearch(query)).toEqual({ kind: 'code', prefix });
  });

  it('reads words folded, with their singular, without words that only join others', () => {
    expect(readSearch('Director of  Securities')).toEqual({
      kind: 'words',
      words: [
        { text: 'director', singular: 'director' },
        { text: 'securities', singular: 'security' },
      ],
      length: 18,
    });
    expect(readSearch('2 shifts')).toMatchObject({ words: [{ text: '2' }, { text: 'shifts' }] });
    expect(readSearch('the')).toMatchObject({ words: [{ text: 'the' }] });
  });

  it('takes nothing as everything', () => {
    expect(readSearch('   ')).toEqual({ kind: 'all' });
    expect(readSearch(' ,; ')).toEqual({ kind: 'all' });
    expect(readSearch('%_')).toEqual({ kind: 'words', words: [], length: 0 });
  });

  it('gives at most ten words, none of them empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (query) => {
        const terms = readSearch(query);
        if (terms.kind !== 'words') return;
        expect(terms.words.length).toBeLessThanOrEqual(10);
        expect(terms.words.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });
});

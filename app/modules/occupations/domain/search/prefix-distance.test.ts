import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../titles/edit-distance';
import { prefixDistance } from './prefix-distance';

describe('typing errors to the beginning of a word', () => {
  it.each([
    ['guard', 'guards', 0],
    ['gaurd', 'guards', 1],
    ['secuirt', 'security', 1],
    ['scurity', 'security', 1],
    ['zecurity', 'security', 1],
    ['regstered', 'registered', 1],
    ['nurse', 'pilot', 3],
  ])('of %s to %s: %i', (text, word, errors) => {
    expect(prefixDistance(text, word, 2)).toBe(errors);
  });

  it('is the least edit distance to any beginning, within the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (text, other, limit) => {
        const beginnings = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end));
        const least = Math.min(...beginnings.map((beginning) => editDistance(text, beginning, limit)));
        expect(prefixDistance(text, other, limit)).toBe(least);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './occupation-cursor';

const code = fc
  .tuple(fc.integer({ min: 10, max: 12 }), fc.integer({ min: 0, max: 99 }))
  .map(([major, detail]) => `${major}-1000.${String(detail).padStart(2, '0')}`);
const bySoc = <T extends { soc: string }>(a: T, b: T) => (a.soc < b.soc ? -1 : 1);

/** All pages one after the other. */
function walk(sorted: readonly { soc: string; score?: number }[], limit: number) {
  const seen: { soc: string }[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages <= sorted.length; pages += 1) {
    const page = pageOf(sorted, cursor, limit);
    expect(page.total).toBe(sorted.length);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    if (page.next === null) return seen;
    cursor = page.next;
  }
  throw new Error('the pages do not end');
}

describe('pages of occupations', () => {
  const limit = fc.integer({ min: 1, max: 5 });
  const codes = fc.uniqueArray(code, { maxLength: 30 });

  it('give every item once and in order, by code', () => {
    fc.assert(
      fc.property(codes, limit, (socs, most) => {
        const sorted = socs.map((soc) => ({ soc })).sort(bySoc);
        expect(walk(sorted, most)).toEqual(sorted);
      }),
    );
  });

  it('give every item once and in order, by score', () => {
    fc.assert(
      fc.property(
        codes,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30 }),
        limit,
        (socs, scores, most) => {
          const sorted = socs
            .map((soc, index) => ({ soc, score: (scores[index] ?? 0) / 4 }))
            .sort((a, b) => b.score - a.score || bySoc(a, b));
          expect(walk(sorted, most)).toEqual(sorted);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatingRow, rankElements } from './rated-elements';
import { sourceAnchors } from './source-anchors';

const row = (elementId: string, scaleId: string, value: number | null, position = 0): RatingRow => ({
  ...{ elementId, elementName: elementId, scaleId, value, position },
  ...{ n: 8, notRelevant: null },
});

describe('rated elements', () => {
  it('are ordered by importance, equal ones in file order, whatever order the rows come in', () => {
    const rows = fc.array(fc.integer({ min: 4, max: 20 }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.gen(), (quarters, draw) => {
        const all = quarters.map((quarter, index) => row(`e${index}`, 'IM', quarter / 4, index));
        const mixed = draw(() => fc.shuffledSubarray(all, { minLength: all.length }));
        const ranked = rankElements(mixed);
        expect(ranked).toHaveLength(all.length);
        for (const [index, element] of ranked.entries()) {
          const next = ranked[index + 1];
          if (!next) continue;
          expect(element.value).toBeGreaterThanOrEqual(next.value);
          if (element.value === next.value) {
            expect(Number(element.elementId.slice(1))).toBeLessThan(Number(next.elementId.slice(1)));
          }
        }
      }),
    );
  });

  it('take the level from its own row, and none that is not relevant', () => {
    const levels = [
      row('a', 'IM', 4),
      row('a', 'LV', 5),
      row('b', 'IM', 2),
      { ...row('b', 'LV', 1), notRelevant: true },
    ];
    expect(rankElements(levels).map(({ elementId, level }) => [elementId, level])).toEqual([
      ['a', 5],
      ['b', null],
    ]);
  });

  it('rank work styles by impact, below zero too, and leave out what has no value or only a level', () => {
    const styles = [
      row('a', 'WI', -1),
      row('a', 'DR', 9),
      row('b', 'WI', 0),
      row('c', 'WI', null),
      row('d', 'LV', 3),
    ];
    expect(rankElements(styles).map(({ elementId, value }) => [elementId, value])).toEqual([
      ['b', 0],
      ['a', -1],
    ]);
  });
});

describe('the source anchors', () => {
  const many = (count: number, value: number) =>
    Array.from({ length: count }, (_, index) => {
      const name = `${value} ${index}`;
      return { name, elementId: name, scale: 'IM' as const, value, level: null, n: null };
    });

  it('take what is important, the first so many of the rest, and count all but the titles', () => {
    const anchors = sourceAnchors({
      skills: [...many(22, 3), ...many(3, 2.99)],
      knowledge: many(11, 3.5),
      abilities: many(12, 2),
      workStyles: many(7, 1),
      technologyCategories: ['a', 'b', 'a', ...'cdefghijklm'],
      tasks: [...'123456789'],
      alternateTitles: [...'123456789abcdef'],
    });
    const { count, ...lists } = anchors;
    expect(Object.values(lists).map((list) => list.length)).toEqual([22, 11, 10, 6, 10, 8, 12]);
    expect(anchors.technology).toEqual([...'abcdefghij']);
    expect(count).toBe(67);
  });
});

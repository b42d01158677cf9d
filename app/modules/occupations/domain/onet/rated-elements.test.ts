import { describe, expect, it } from 'vitest';
import { type RatingRow, rankElements, suppressedElements } from './rated-elements';

const row = (
  elementId: string,
  scaleId: string,
  value: number,
  more: Partial<RatingRow> = {},
): RatingRow => ({
  position: 1,
  elementId,
  elementName: elementId,
  scaleId,
  value,
  n: 8,
  notRelevant: null,
  ...more,
});

describe('ratings of elements', () => {
  it('mark a level that is not relevant, and tell no figure of it', () => {
    const [element] = rankElements([row('a', 'IM', 2), row('a', 'LV', 3, { notRelevant: true })]);
    expect(element).toMatchObject({ level: null, notRelevant: true });
    const [other] = rankElements([row('a', 'IM', 2), row('a', 'LV', 3)]);
    expect(other).toMatchObject({ level: 3 });
    expect(other).not.toHaveProperty('notRelevant');
  });

  it('leave out an element whose importance is suppressed, and name it apart', () => {
    const rows = [row('a', 'IM', 5, { suppress: true, position: 2 }), row('a', 'LV', 5), row('b', 'IM', 2)];
    expect(rankElements(rows).map(({ elementId }) => elementId)).toEqual(['b']);
    expect(suppressedElements(rows)).toEqual([{ name: 'a', elementId: 'a' }]);
  });

  it('tell no level that is suppressed, while its importance stays', () => {
    const rows = [row('a', 'IM', 4), row('a', 'LV', 6, { suppress: true })];
    expect(rankElements(rows)).toMatchObject([{ value: 4, level: null }]);
    expect(suppressedElements(rows)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { apartWords, sideBySide } from './side-by-side';

describe('sideBySide', () => {
  it('marks two levels or more, and tells no difference where a level is missing', () => {
    const rows = sideBySide(['leadership', 'character', 'creativity', 'fortitude'], {
      self: { leadership: 3, character: 4, creativity: '?', fortitude: 0 },
      manager: { leadership: 2, character: 2, creativity: 3 },
    });
    expect(rows.map(({ difference, isMarked }) => [difference, isMarked])).toEqual([
      [1, false],
      [2, true],
      [null, false],
      [null, false],
    ]);
  });

  it('says how many dimensions lie far apart, and nothing while one side is missing', () => {
    const wordsOf = (self: object, manager: object) =>
      apartWords(sideBySide(['leadership', 'character'], { self, manager }));
    expect(wordsOf({ leadership: 3 }, {})).toBeNull();
    expect(wordsOf({ leadership: 3, character: 1 }, { leadership: 2, character: 1 })).toBe(
      'No two levels lie far apart.',
    );
    expect(wordsOf({ leadership: 3, character: 1 }, { leadership: 1, character: 1 })).toBe(
      'One dimension lies two levels or more apart: begin with it when you talk.',
    );
    expect(wordsOf({ leadership: 3, character: 0 }, { leadership: 1, character: 2 })).toBe(
      '2 dimensions lie two levels or more apart: begin with these when you talk.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sideBySide } from './side-by-side';

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
});

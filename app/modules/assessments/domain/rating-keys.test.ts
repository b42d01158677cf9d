import { describe, expect, it } from 'vitest';
import { gridMove } from './move-in-grid';
import { ratingKey } from './rating-keys';

describe('keys of the grid', () => {
  it('set levels and unsure, and nothing else does', () => {
    expect([...'01234?'].map((key) => ratingKey(key))).toEqual(
      [0, 1, 2, 3, 4, '?'].map((value) => ({ does: 'set', value })),
    );
    for (const key of ['5', '-1', '', ' ', 'Tab', 'x', 'Escape', '10']) expect(ratingKey(key)).toBeNull();
    expect(['e', 'E', 'u', 'N', 's', 'Enter'].map((key) => ratingKey(key)?.does)).toEqual([
      ...['evidence', 'evidence', 'undo', 'next-person', 'submit', 'submit'],
    ]);
  });

  it('move within the grid and stop at its edges', () => {
    const size = { rows: 2, columns: 3 };
    const from = { row: 1, column: 2 };
    const to = (key: string, whole = false) => gridMove({ key, whole, from, size });
    expect(to('ArrowRight')).toEqual(from);
    expect(to('ArrowDown')).toEqual(from);
    expect(to('ArrowLeft')).toEqual({ row: 1, column: 1 });
    expect(to('Home', true)).toEqual({ row: 0, column: 0 });
    expect(to('Home')).toEqual({ row: 1, column: 0 });
    expect(to('3')).toBeNull();
  });
});

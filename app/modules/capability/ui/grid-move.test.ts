import { describe, expect, it } from 'vitest';
import { gridMove } from './grid-move';

const size = { rowLengths: [13, 13, 13] };
const move = (key: string, row: number, column: number, whole = false) =>
  gridMove({ key, whole, from: { row, column }, size });

describe('gridMove', () => {
  it('moves one cell and stops at the edges', () => {
    expect(move('ArrowRight', 0, 0)).toEqual({ row: 0, column: 1 });
    expect(move('ArrowDown', 2, 4)).toEqual({ row: 2, column: 4 });
    expect(move('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 });
    expect(move('ArrowUp', 1, 12)).toEqual({ row: 0, column: 12 });
  });
  it('goes to the ends of the row, and with the control key of the grid', () => {
    expect(move('Home', 1, 5)).toEqual({ row: 1, column: 0 });
    expect(move('End', 1, 5)).toEqual({ row: 1, column: 12 });
    expect(move('Home', 1, 5, true)).toEqual({ row: 0, column: 0 });
    expect(move('End', 1, 5, true)).toEqual({ row: 2, column: 12 });
  });
  it('leaves other keys alone', () => {
    expect(move('Enter', 1, 5)).toBeNull();
    expect(move('a', 1, 5)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { scaleShare } from './scale-share';

describe('the place of a rating on its scale', () => {
  it('runs from 0 to 100 over the whole scale', () => {
    expect(scaleShare('importance', 1)).toBe(0);
    expect(scaleShare('importance', 4.25)).toBe(81.25);
    expect(scaleShare('importance', 5)).toBe(100);
    expect(scaleShare('level', 3.5)).toBe(50);
    expect(scaleShare('impact', -3)).toBe(0);
    expect(scaleShare('impact', 0)).toBe(50);
    expect(scaleShare('impact', 3)).toBe(100);
  });

  it('never leaves it', () => {
    expect(scaleShare('importance', 0)).toBe(0);
    expect(scaleShare('level', 7.2)).toBe(100);
  });
});

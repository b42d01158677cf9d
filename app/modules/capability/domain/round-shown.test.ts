import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownDifference, shownLevel, shownShare } from './round-shown';

describe('shown figures', () => {
  it('print 0 % and 100 % only when exact', () => {
    expect([0, 1 / 1000, 0.004, 0.005, 0.994, 0.995, 999 / 1000, 1].map(shownShare)).toEqual([
      '0 %',
      '<1 %',
      '<1 %',
      '1 %',
      '99 %',
      '>99 %',
      '>99 %',
      '100 %',
    ]);
  });

  it('round halves up even where the double lies below', () => {
    expect(shownLevel(29 / 20)).toBe('1.5');
    expect(shownLevel(47 / 20)).toBe('2.4');
    expect(shownShare(29 / 200)).toBe('15 %');
    expect(shownLevel(0)).toBe('0.0');
  });

  it('agree with whole numbers for every ratio', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(400_000), (n, sum) => {
        const tenths = Math.floor((20 * sum + n) / (2 * n));
        return shownLevel(sum / n) === `${Math.floor(tenths / 10)}.${tenths % 10}`;
      }),
    );
  });

  it('use the true minus, and no sign on nothing', () => {
    expect([-0.36, 0.36, -0.04, 0.04, 0].map(shownDifference)).toEqual([
      '\u22120.4',
      '+0.4',
      '0.0',
      '0.0',
      '0.0',
    ]);
    expect(shownLevel(-1)).toBe('\u22121.0');
  });
});

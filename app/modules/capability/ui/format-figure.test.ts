import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatLevel,
  formatShare,
  formatSigned,
  formatSignedWhole,
  strengthWord,
} from './format-figure';

describe('formatShare', () => {
  it('prints 0 % and 100 % only when exact', () => {
    expect(formatShare(0)).toBe('0\u00A0%');
    expect(formatShare(0.001)).toBe('<1\u00A0%');
    expect(formatShare(0.999)).toBe('>99\u00A0%');
    expect(formatShare(1)).toBe('100\u00A0%');
    expect(formatShare(0.584)).toBe('58\u00A0%');
    expect([23 / 40, 29 / 200, 0.575].map(formatShare)).toEqual(['58\u00A0%', '15\u00A0%', '58\u00A0%']);
  });
  it('never rounds into a certainty', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const text = formatShare(share);
        expect(text === '0\u00A0%').toBe(share === 0);
        expect(text === '100\u00A0%').toBe(share === 1);
      }),
    );
  });
});

describe('levels and differences', () => {
  it('uses one decimal and a minus sign', () => {
    expect(formatLevel(1.94)).toBe('1.9');
    expect(formatLevel(2)).toBe('2.0');
    expect(formatSigned(-0.54)).toBe('\u22120.5');
    expect(formatSigned(0.3)).toBe('+0.3');
    expect(formatSigned(-0.04)).toBe('0.0');
    expect(formatSignedWhole(-1)).toBe('\u22121');
    expect(formatSignedWhole(0)).toBe('0');
  });
  it('sets off thousands', () => {
    expect(formatCount(999)).toBe('999');
    expect(formatCount(1234567)).toBe('1,234,567');
  });
  it('names strength by its limits', () => {
    expect([0.6, 0.599, 0.3, 0.299].map(strengthWord)).toEqual(['strong', 'fair', 'fair', 're-check']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '#test/setup/properties';
import { InvalidInput } from '~/shared/errors';
import { checkShares, type OccupationShare } from './occupation-shares';
import { parseShares, sharesText } from './shares-text';
import { titleKey } from './title-key';

const code = fc.integer({ min: 0, max: 9 }).map((digit) => `33-903${digit}.00`);
const part: fc.Arbitrary<OccupationShare> = fc.record({
  soc: code,
  share: fc.integer({ min: 0, max: 101 }),
  roleBand: fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const),
});
/** Often right: the last share makes up what is left. */
const split = fc.array(part, { maxLength: 6 }).map((parts) => {
  const before = parts.slice(0, -1).reduce((sum, { share }) => sum + share, 0);
  return parts.map((one, at) => (at === parts.length - 1 ? { ...one, share: 100 - before } : one));
});

describe('shares of a split', () => {
  it('are taken only when they are whole percents of different occupations that make 100', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(split, fc.array(part, { maxLength: 6 })), (occupations) => {
        const right =
          occupations.length > 0 &&
          occupations.length <= 5 &&
          new Set(occupations.map(({ soc }) => soc)).size === occupations.length &&
          occupations.every(({ share }) => share >= 1 && share <= 100) &&
          occupations.reduce((sum, { share }) => sum + share, 0) === 100;
        if (!right) {
          expect(() => checkShares(occupations)).toThrow(InvalidInput);
          return;
        }
        taken++;
        const checked = checkShares(occupations);
        expect(checked.reduce((sum, { share }) => sum + share, 0)).toBe(100);
        expect(parseShares(sharesText(checked))).toEqual(checked);
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('are not read from any other text', () => {
    for (const text of ['', 'x', '33-9032.00', '33-9032.00:100', '33-9032.00:100:5', ';', 'a b:100:'])
      expect(() => parseShares(text)).toThrow(InvalidInput);
  });
});

describe('the key of a title', () => {
  it('is the same for what reads the same', () => {
    const keys = [
      'Security Officer',
      'SECURITY  OFFICER!',
      'Senior Security Officers',
      'Security Ofcr II',
    ].map(titleKey);
    expect(new Set(keys)).toEqual(new Set(['security officer']));
    expect(titleKey('Security Manager')).not.toBe('security officer');
  });

  it('is never empty, and keeps what has no words apart', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (title) => {
        expect(titleKey(title)).not.toBe('');
      }),
    );
    expect(titleKey('🦊')).not.toBe(titleKey('🐻'));
    expect(titleKey('Senior')).toBe('senior');
    expect(titleKey('حارس أمن')).not.toBe(titleKey('مدير أمن'));
  });
});

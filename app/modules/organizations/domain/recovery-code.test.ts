import { describe, expect, it } from 'vitest';
import { plainRecoveryCode, RECOVERY_BYTES, recoveryCodeOf } from './recovery-code';

const bytes = (fill: number) => new Uint8Array(RECOVERY_BYTES).fill(fill);

describe('recovery codes', () => {
  it('write every bit, in groups of four', () => {
    expect(recoveryCodeOf(bytes(0))).toBe('0000-0000-0000-0000');
    expect(recoveryCodeOf(bytes(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(recoveryCodeOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 33))).toBe('0000-0000-0000-0011');
    const codes = Array.from({ length: RECOVERY_BYTES * 8 }, (_, bit) => {
      const one = bytes(0);
      one[bit >> 3] = 1 << (bit & 7);
      return recoveryCodeOf(one);
    });
    expect(new Set(codes).size).toBe(80);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are read in any case, with or without gaps, and with look-alikes', () => {
    for (const typed of [
      '01AB-cdef-GHJK-MNPQ',
      ' o1abcdefghjk mnpq ',
      'OLABCDEFGHJKMNPQ',
      '0iab-cdefghjkmnpq',
    ])
      expect(plainRecoveryCode(typed)).toBe('01ABCDEFGHJKMNPQ');
  });

  it.each([
    '',
    '123456',
    '01AB-CDEF-GHJK-MNP',
    '01AB-CDEF-GHJK-MNPQR',
    '01AB-CDEF-GHJK-MNPU',
    'ǅ'.repeat(16),
  ])('%j is none', (typed) => expect(plainRecoveryCode(typed)).toBeNull());

  it('are not made of fewer bytes', () => {
    expect(() => recoveryCodeOf(new Uint8Array(9))).toThrow(RangeError);
  });
});

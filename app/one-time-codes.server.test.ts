import { describe, expect, it } from 'vitest';
import { appKeyUri, newAppKey, stepOfCode } from './one-time-codes.server';

/** "12345678901234567890" in base32, the key of RFC 6238, appendix B; the codes are the last six digits there. */
const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])(
    'at second %d the code of RFC 6238 counts, a step before and after too, two steps away not',
    (second, code) => {
      const step = Math.floor(second / 30);
      const at = (steps: number) => stepOfCode(KEY, code, new Date((second + steps * 30) * 1000));
      expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null]);
    },
  );

  it('keys have 160 random bits and go into an address that apps read', () => {
    const keys = new Set(Array.from({ length: 20 }, newAppKey));
    expect(keys.size).toBe(20);
    for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(appKeyUri(KEY, 'jo@example.org'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      issuer: 'Cadre',
      secret: KEY,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

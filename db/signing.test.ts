import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, signTenant, type TenantKey } from './signing';

const KEY: TenantKey = { keyId: 'k1', secret: Buffer.alloc(32, 3) };
const CLAIM = {
  organizationId: '0b0e7a3c-0000-4000-8000-00000000000a',
  backendPid: 4711,
  expiresAt: 1_800_000_000,
};

describe('the signed tenant setting', () => {
  it('is key id, organization, backend, expiry and the HMAC-SHA-256 of what stands before it', () => {
    const body = 'k1.0b0e7a3c-0000-4000-8000-00000000000a.4711.1800000000';
    const signature = createHmac('sha256', KEY.secret).update(body).digest('hex');
    expect(signTenant(KEY, CLAIM)).toBe(`${body}.${signature}`);
  });

  it('changes with each part of the claim and with the secret', () => {
    const signatureOf = (token: string) => token.split('.')[4];
    const others = [
      signTenant(KEY, { ...CLAIM, organizationId: CLAIM.organizationId.replace(/a$/, 'b') }),
      signTenant(KEY, { ...CLAIM, backendPid: 4712 }),
      signTenant(KEY, { ...CLAIM, expiresAt: CLAIM.expiresAt + 1 }),
      signTenant({ ...KEY, keyId: 'k2' }, CLAIM),
      signTenant({ ...KEY, secret: Buffer.alloc(32, 4) }, CLAIM),
    ];
    const signatures = [signTenant(KEY, CLAIM), ...others].map(signatureOf);
    expect(new Set(signatures).size).toBe(6);
  });

  it('can be spliced into a statement: nothing but letters, digits, dots and hyphens', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), fc.nat(), (organizationId, backendPid, expiresAt) => {
        expect(signTenant(KEY, { organizationId, backendPid, expiresAt })).toMatch(/^[a-z0-9.-]+$/);
      }),
    );
  });

  it.each([
    '',
    "x'; drop table teams",
    CLAIM.organizationId.toUpperCase(),
    `${CLAIM.organizationId}\n`,
    `${CLAIM.organizationId}.1`,
  ])('refuses an organization that is none: %j', (organizationId) => {
    expect(isUuid(organizationId)).toBe(false);
    expect(() => signTenant(KEY, { ...CLAIM, organizationId })).toThrow('not an organization id');
  });

  it.each(['', 'a.b', 'K1', "k'", 'k'.repeat(33)])('refuses a key id that is none: %j', (keyId) => {
    expect(() => signTenant({ ...KEY, keyId }, CLAIM)).toThrow('not a key id');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])(
    'signs no expiry that the database would take: %s',
    (expiresAt) => {
      const [, , , expiry = ''] = signTenant(KEY, { ...CLAIM, expiresAt }).split('.');
      expect(expiry).not.toMatch(/^[0-9]{1,12}$/);
    },
  );
});

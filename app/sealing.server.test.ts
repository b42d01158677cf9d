import { describe, expect, it } from 'vitest';
import { createSealer } from './sealing.server';

const key = (keyId: string, byte: number) => ({ keyId, secret: Buffer.alloc(32, byte) });

describe('sealing', () => {
  const sealer = createSealer({ passwordPeppers: [key('one', 1)] });

  it('gives back what was sealed, differently each time', () => {
    const sealed = sealer.seal('Grüße 🔑', 'totp:1');
    expect(sealer.unseal(sealed, 'totp:1')).toBe('Grüße 🔑');
    expect(sealer.seal('Grüße 🔑', 'totp:1')).not.toBe(sealed);
  });

  it('refuses another purpose, a changed text and an unknown key', () => {
    const sealed = sealer.seal('secret', 'totp:1');
    expect(() => sealer.unseal(sealed, 'totp:2')).toThrow('cannot be read');
    const changed = `${sealed.slice(0, 8)}${sealed[8] === 'A' ? 'B' : 'A'}${sealed.slice(9)}`;
    expect(() => sealer.unseal(changed, 'totp:1')).toThrow('cannot be read');
    expect(() => createSealer({ passwordPeppers: [key('two', 1)] }).unseal(sealed, 'totp:1')).toThrow();
    expect(() => sealer.unseal('one:', 'totp:1')).toThrow('cannot be read');
  });

  it('still reads what an older key sealed', () => {
    const sealed = sealer.seal('secret', 'x');
    const rotated = createSealer({ passwordPeppers: [key('two', 2), key('one', 1)] });
    expect(rotated.unseal(sealed, 'x')).toBe('secret');
    expect(rotated.seal('secret', 'x')).toMatch(/^two:/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions';
import { preferredFramework } from './prefer-framework';

describe('the framework that counts', () => {
  it('is the newest version by its numbers, not by its letters', () => {
    const versions = ['v.26.05', 'demo-1', 'v.26.10', 'v.9.12', 'v.26.1'];
    expect([...versions].sort(compareVersions)).toEqual(['demo-1', 'v.9.12', 'v.26.1', 'v.26.05', 'v.26.10']);
  });

  it("is the organization's own, even when a shared one is newer", () => {
    const shared = { own: false, version: 'v.27.01' };
    const own = [
      { own: true, version: 'v.26.04' },
      { own: true, version: 'v.26.05' },
    ];
    expect(preferredFramework([shared, ...own])).toEqual({ own: true, version: 'v.26.05' });
    expect(preferredFramework([])).toBeUndefined();
  });

  it('orders any versions the same way round', () => {
    const version = fc.stringMatching(/^[a-z]{0,3}[.-]?\d{0,3}\.?\d{0,3}$/);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

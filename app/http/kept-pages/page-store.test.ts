import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, createPageStore, type KeptPage, keyOf, partsOf, slotOf } from './page-store';

const NONCE = 'q83vEjRWeJCrze8SNFZ4kA==';
const pageOf = (length: number): KeptPage => ({
  ...{ parts: [Buffer.alloc(length)], headers: [], tag: 'W/"x"', snapshot: '1:1:', server: 'now' },
});

describe('the parts of a page', () => {
  it('give the page again with any nonce, wherever and however often it stands', () => {
    const piece = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('q83v'));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.base64String({ maxLength: 30 }), (pieces, other) => {
        const parts = partsOf(Buffer.from(pieces.join(NONCE)), NONCE);
        expect(parts).toHaveLength(pieces.length);
        expect(bodyOf(parts, other).toString()).toBe(pieces.join(other));
      }),
    );
  });

  it('are of a view into a larger buffer too', () => {
    const whole = Buffer.from(`beside${NONCE}page${NONCE}`);
    const parts = partsOf(new Uint8Array(whole.buffer, whole.byteOffset + 6, whole.length - 6), NONCE);
    expect(bodyOf(parts, '').toString()).toBe('page');
  });
});

describe('the store', () => {
  it('keeps no more bytes than it may, those asked for last, and no page that is larger than that', () => {
    const store = createPageStore({ mostBytes: 10_000 });
    for (const key of ['a', 'b', 'c']) {
      store.set(key, pageOf(3_000));
      store.get('a');
    }
    expect(['a', 'b', 'c'].map((key) => store.get(key) !== undefined)).toEqual([true, false, true]);
    expect(store.bytes).toBeLessThanOrEqual(10_000);
    store.set('d', pageOf(20_000));
    expect(store.get('d')).toBeUndefined();
    store.delete('a');
    store.delete('c');
    expect(store.bytes).toBe(0);
  });
});

describe('the key', () => {
  it('differs where any part does', () => {
    const parts = [{ role: 'director', teamScope: ['a', 'b'] }, 'light', '/o/x/heatmap', 7];
    const others = [
      [{ role: 'director', teamScope: ['a'] }, 'light', '/o/x/heatmap', 7],
      [{ role: 'executive', teamScope: ['a', 'b'] }, 'light', '/o/x/heatmap', 7],
      [{ role: 'director', teamScope: ['a', 'b'] }, 'dark', '/o/x/heatmap', 7],
      [{ role: 'director', teamScope: ['a', 'b'] }, 'light', '/o/x/heatmap?', 7],
      [{ role: 'director', teamScope: ['a', 'b'] }, 'light', '/o/x/heatmap', 8],
    ];
    expect(new Set([parts, ...others].map(keyOf)).size).toBe(6);
    expect(keyOf(structuredClone(parts))).toBe(keyOf(parts));
  });
});

describe('the slot of a moment', () => {
  it('ends with every day of every time zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const zone = fc.constantFrom(...zones);
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const dayOf = (timeZone: string, at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 1, max: 15 * 60_000 }), (timeZone, at, later) => {
        const then = new Date(at.getTime() + later);
        if (dayOf(timeZone, at) !== dayOf(timeZone, then)) expect(slotOf(then)).not.toBe(slotOf(at));
      }),
      { numRuns: 3_000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import type { InvalidInput } from '~/shared/errors';
import { DEFAULT_CONSTANTS, FORMULA_VERSION } from './constants';
import { mergeConstants } from './constants-overrides';
import { methodVersion } from './method-version';

describe('mergeConstants', () => {
  it('keeps what the organization did not set, of the kinds of raters too', () => {
    const merged = mergeConstants({ trust: { self: 300 }, halfLifeMonths: 12 }, 7);
    expect(merged).toEqual({
      ...DEFAULT_CONSTANTS,
      trust: { ...DEFAULT_CONSTANTS.trust, self: 300 },
      halfLifeMonths: 12,
      suppressionK: 7,
    });
  });

  it.each([
    [{ trust: { self: '300' } }, '/trust/self'],
    [{ trust: { peers: 300 } }, '/trust'],
    [{ halfLifeMonths: 0 }, '/halfLifeMonths'],
    [{ halflife: 12 }, '/'],
    [{ fairFrom: 700 }, '/fairFrom'],
  ])('refuses %j', (overrides, pointer) => {
    let error: InvalidInput | undefined;
    try {
      mergeConstants(overrides, 5);
    } catch (thrown) {
      error = thrown as InvalidInput;
    }
    expect(error?.errors.map((one) => one.pointer)).toEqual([pointer]);
  });
});

describe('methodVersion', () => {
  it('is that of the formulas by default, whatever the smallest group', () => {
    expect(methodVersion(mergeConstants({}, 12), [...INSTRUMENTS].reverse())).toBe(FORMULA_VERSION);
  });

  it('is another one for every other constant and instrument, and the same for the same', () => {
    const of = (overrides: object, instruments = INSTRUMENTS.slice()) =>
      methodVersion(mergeConstants(overrides, 5), instruments);
    const versions = [
      of({}),
      of({ halfLifeMonths: 12 }),
      of({ trust: { self: 300 } }),
      of({}, ['durable']),
      of({ implicitHolders: 3 }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
    expect(of({ implicitHolders: 3 })).toBe(versions.at(-1));
  });
});

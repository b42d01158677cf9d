import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random';

describe('createRandom', () => {
  it('repeats the draws of a seed and differs between seeds', () => {
    const draws = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draws('demo:E0001')).toEqual(draws('demo:E0001'));
    expect(draws('demo:E0001')).not.toEqual(draws('demo:E0002'));
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, min, span) => {
        const random = createRandom(seed);
        const whole = random.integer(min, min + span);
        const part = random.next();
        return (
          Number.isInteger(whole) &&
          whole >= min &&
          whole <= min + span &&
          part >= 0 &&
          part < 1 &&
          Number.isFinite(random.normal(0, 1))
        );
      }),
    );
  });

  it('draws by weight and from the normal distribution', () => {
    const random = createRandom('shares');
    const draws = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
        ['c', 0],
      ] as const),
    );
    expect(draws.filter((one) => one === 'a').length / 4000).toBeCloseTo(0.75, 1);
    expect(draws).not.toContain('c');
    const normals = Array.from({ length: 4000 }, () => random.normal(2, 0.5));
    const mean = normals.reduce((sum, one) => sum + one, 0) / 4000;
    expect(mean).toBeCloseTo(2, 1);
    expect(Math.sqrt(normals.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 4000)).toBeCloseTo(0.5, 1);
  });

  it('refuses an empty list', () => {
    expect(() => createRandom('x').pick([])).toThrow('empty');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUIREMENT_STATES } from '../requirements/requirement-state';
import { coverageSums, criticalCoverage } from './critical-coverage';

const states = fc.array(fc.constantFrom(...REQUIREMENT_STATES));

describe('critical coverage', () => {
  it('is what is met of the written and the implicit together', () => {
    const cover = criticalCoverage(coverageSums(['met', 'single', 'short'], ['met']));
    expect(cover).toEqual({
      requirements: 4,
      implicit: 1,
      states: { met: 2, short: 1, single: 1, uncovered: 0, unknown: 0 },
      share: 0.5,
    });
  });

  it('is not known where nothing is asked for', () => {
    expect(criticalCoverage(coverageSums([], [])).share).toBeNull();
  });

  it('counts each requirement once, in one state', () => {
    fc.assert(
      fc.property(states, states, (written, implicit) => {
        const { requirements, states: counts, share } = criticalCoverage(coverageSums(written, implicit));
        expect(requirements).toBe(written.length + implicit.length);
        expect(REQUIREMENT_STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(requirements);
        if (share !== null) expect(share * requirements).toBeCloseTo(counts.met, 9);
      }),
    );
  });
});

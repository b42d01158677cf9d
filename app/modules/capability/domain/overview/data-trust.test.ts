import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS } from '../constants';
import { evidenceStrength } from '../evidence-strength';
import { strengthUnits } from '../strength-units';
import { dataTrust } from './data-trust';

const CONSTANTS = DEFAULT_CONSTANTS;
const AS_OF = '2026-11-22';
const rated = fc.record({
  assessedOn: fc
    .integer({ min: 0, max: 1_500 })
    .map((ago) => new Date(Date.UTC(2026, 10, 22 - ago)).toISOString().slice(0, 10)),
  strengthTrust: fc.integer({ min: 200, max: 1_000 }),
});

describe('data trust', () => {
  it('is the mean strength over the pairs with a target, the unassessed at 0', () => {
    fc.assert(
      fc.property(fc.array(rated, { minLength: 1 }), fc.nat({ max: 20 }), (ratings, unassessed) => {
        const strengths = ratings.map((one) => evidenceStrength(one, AS_OF, CONSTANTS));
        const units = ratings.reduce(
          (sum, one) => sum + strengthUnits(one.assessedOn, one.strengthTrust, CONSTANTS),
          0,
        );
        const withTarget = ratings.length + unassessed;
        const trust = dataTrust({ withTarget, assessed: ratings.length, due: 0, units }, AS_OF, CONSTANTS);
        expect(trust).toBeCloseTo(strengths.reduce((sum, one) => sum + one, 0) / withTarget, 4);
      }),
    );
  });

  it('is not known where nobody has a target', () => {
    expect(dataTrust({ withTarget: 0, assessed: 0, due: 0, units: 0 }, AS_OF, CONSTANTS)).toBeNull();
  });
});

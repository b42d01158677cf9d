import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRaterKind } from './derive-rater-kind';

const person = fc.constantFrom('a', 'b', 'c', 'd');
const group = fc.uniqueArray(person).map((ids) => new Set(ids));

describe('deriveRaterKind', () => {
  it('is self for oneself alone, and nothing for whoever is neither above nor approved', () => {
    fc.assert(
      fc.property(person, person, group, group, (raterId, employeeId, managers, peers) => {
        const kind = deriveRaterKind({ raterId, employeeId, managers, peers });
        expect(kind === 'self').toBe(raterId === employeeId);
        if (kind === 'manager') expect(managers.has(raterId)).toBe(true);
        if (kind === 'peer') expect(peers.has(raterId) && !managers.has(raterId)).toBe(true);
        if (kind === null) expect(managers.has(raterId) || peers.has(raterId)).toBe(false);
      }),
    );
  });
});

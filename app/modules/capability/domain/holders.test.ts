import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS } from './constants';
import { type GroupMember, implicitRequirement, isHolder, isSinglePoint } from './holders';

const asOf = '2026-06-30';
function member(row: Partial<GroupMember['row']>, more: Partial<GroupMember> = {}): GroupMember {
  const base = { level: 3, raterKind: 'manager', recheckOn: '2027-01-01', criticalLevel: 3 } as const;
  return { active: true, available: true, row: { ...base, ...row }, ...more };
}
const single = (members: GroupMember[]) => isSinglePoint(members, asOf, DEFAULT_CONSTANTS);

describe('holder', () => {
  it('is active, available, at the level, rated by someone else and not due', () => {
    expect(isHolder(member({}), 3, asOf)).toBe(true);
    expect(isHolder(member({}), 4, asOf)).toBe(false);
    expect(isHolder(member({ level: null, raterKind: null, recheckOn: null }), 0, asOf)).toBe(false);
    expect(isHolder(member({ raterKind: 'self' }), 3, asOf)).toBe(false);
    expect(isHolder(member({ raterKind: 'peer' }), 3, asOf)).toBe(true);
    expect(isHolder(member({ recheckOn: asOf }), 3, asOf)).toBe(false);
    expect(isHolder(member({ recheckOn: '2026-07-01' }), 3, asOf)).toBe(true);
    expect(isHolder(member({}, { available: false }), 3, asOf)).toBe(false);
    expect(isHolder(member({}, { active: false }), 3, asOf)).toBe(false);
  });
});

describe('single point of failure', () => {
  const short = member({ level: 1 });

  it('is exactly one holder of what at least three people must have', () => {
    expect(single([member({}), short, short])).toBe(true);
    expect(single([member({}), member({}), short])).toBe(false);
    expect(single([short, short, short])).toBe(false);
  });

  it('needs three active people with a written critical target', () => {
    expect(single([member({}), short])).toBeNull();
    expect(single([member({}), short, member({ criticalLevel: null })])).toBeNull();
    expect(single([member({}), short, member({}, { active: false })])).toBeNull();
  });

  it('asks for the lowest of the targets, and counts holders without one', () => {
    const mixed = [
      member({ criticalLevel: 4 }),
      member({ criticalLevel: 2, level: 2 }),
      member({ level: 0 }),
    ];
    expect(implicitRequirement(mixed, DEFAULT_CONSTANTS)).toEqual({ level: 2, minimum: 2 });
    expect(single(mixed)).toBe(false);
    const outsider = member({ criticalLevel: null });
    expect(single([short, short, short, outsider])).toBe(true);
  });
});

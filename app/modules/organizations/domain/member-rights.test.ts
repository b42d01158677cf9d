import { describe, expect, it } from 'vitest';
import {
  checkedRights,
  type MemberRights,
  requireMayGive,
  requireTeamsCount,
  rightsChanges,
} from './member-rights';
import { ROLES, type Role } from './role';

const NORTH = '10000000-0000-4000-8000-000000000001';
const SOUTH = '10000000-0000-4000-8000-000000000002';
const teams = new Set([NORTH, SOUTH]);
const rights = (role: Role, more: Partial<MemberRights> = {}): MemberRights => ({
  role,
  teamScope: [],
  grants: [],
  ...more,
});
const isRefused = (change: Parameters<typeof requireMayGive>[0]) => {
  try {
    requireMayGive(change);
    return false;
  } catch {
    return true;
  }
};

describe('rights that are kept', () => {
  it('have teams for a director alone, each once', () => {
    const given = rights('director', { teamScope: [SOUTH, NORTH, SOUTH] });
    expect(checkedRights(given, teams).teamScope).toEqual([NORTH, SOUTH]);
    for (const role of ROLES.filter((one) => one !== 'director'))
      expect(checkedRights(rights(role, { teamScope: [NORTH] }), teams).teamScope).toEqual([]);
    expect(() => checkedRights(rights('director'), teams)).toThrow('Choose the teams');
    expect(() => checkedRights(given, new Set([NORTH]))).toThrow('not there any more');
    expect(() => checkedRights(given, new Set())).toThrow('there are none yet');
  });

  it('count their teams, or are refused with them', () => {
    expect(() => requireTeamsCount(rights('director', { teamScope: [NORTH] }))).not.toThrow();
    for (const role of ROLES.filter((one) => one !== 'director')) {
      expect(() => requireTeamsCount(rights(role))).not.toThrow();
      expect(() => requireTeamsCount(rights(role, { teamScope: [NORTH] }))).toThrow(/Only a director/);
    }
  });

  it('have the grant for an executive alone', () => {
    const kept = ROLES.filter(
      (role) =>
        checkedRights(rights(role, { grants: ['bench:names'], teamScope: [NORTH] }), teams).grants.length > 0,
    );
    expect(kept).toEqual(['executive']);
  });
});

describe('who gives them', () => {
  it('an owner is made, changed and removed by owners alone', () => {
    for (const [before, after] of [
      [null, rights('owner')],
      [rights('owner'), rights('employee')],
      [rights('owner'), null],
    ] as const) {
      expect(isRefused({ authorRole: 'admin', isOwn: false, before, after })).toBe(true);
      expect(isRefused({ authorRole: 'owner', isOwn: false, before, after })).toBe(false);
    }
  });

  it('what shows others is given by another than its receiver; less may be taken by oneself', () => {
    const own = (before: MemberRights, after: MemberRights) =>
      isRefused({ authorRole: 'owner', isOwn: true, before, after });
    const owner = rights('owner');
    expect(ROLES.filter((role) => own(owner, rights(role)))).toEqual(['hr_partner', 'director']);
    expect(own(rights('executive'), rights('executive', { grants: ['bench:names'] }))).toBe(true);
    const [one, both] = [[NORTH], [NORTH, SOUTH]].map((teamScope) => rights('director', { teamScope }));
    expect([own(one ?? owner, both ?? owner), own(both ?? owner, one ?? owner)]).toEqual([true, false]);
  });
});

it('names the fields that differ, and none when nothing does', () => {
  const before = rights('director', { teamScope: [SOUTH, NORTH] });
  expect(rightsChanges(before, rights('director', { teamScope: [NORTH, SOUTH] }))).toEqual([]);
  expect(rightsChanges(before, rights('executive', { grants: ['bench:names'] }))).toEqual([
    { field: 'role', before: 'director', after: 'executive' },
    { field: 'teamScope', before: `${NORTH}, ${SOUTH}`, after: null },
    { field: 'grants', before: null, after: 'bench:names' },
  ]);
});

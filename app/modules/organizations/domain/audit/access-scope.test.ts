import { describe, expect, it } from 'vitest';
import { type AccessScope, accessScope, showsPerson } from './access-scope';

const [ME, OTHER, TEAM, ABOVE] = ['1', '2', '3', '4'].map(
  (digit) => `${digit}0000000-0000-4000-8000-000000000000`,
) as [string, string, string, string];
const teamsOn = (day: string) => (day >= '2026-02-01' ? { own: TEAM, above: new Set([ABOVE]) } : null);
const shows = (scope: AccessScope) => showsPerson(accessScope.parse(scope), ME, teamsOn);

describe('showsPerson', () => {
  it('knows one person and lists of people by id', () => {
    expect(shows({ kind: 'person', person: ME })).toBe(true);
    expect(shows({ kind: 'person', person: OTHER })).toBe(false);
    expect(shows({ kind: 'people', team: ABOVE, people: [OTHER, ME] })).toBe(true);
    expect(shows({ kind: 'people', team: TEAM, people: [OTHER] })).toBe(false);
  });

  it('counts everybody as shown by a copy of the organization, those included who had left', () => {
    expect(shows({ kind: 'everybody' })).toBe(true);
  });

  it('expands a team to those who were active in it or beneath it on its day', () => {
    const team = (id: string | null, direct = false, asOf = '2026-02-01') =>
      shows({ kind: 'team', team: id, direct, asOf });
    expect(team(TEAM)).toBe(true);
    expect(team(TEAM, true)).toBe(true);
    expect(team(ABOVE)).toBe(true);
    expect(team(ABOVE, true)).toBe(false);
    expect(team(OTHER)).toBe(false);
    expect(team(null)).toBe(true);
    expect(team(TEAM, false, '2026-01-31')).toBe(false);
    expect(team(null, false, '2026-01-31')).toBe(false);
  });
});

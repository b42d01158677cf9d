import { describe, expect, it } from 'vitest';
import { formerReaches, type RightsEvent } from './former-reaches';

const now = { role: 'director', teamScope: ['s'] } as const;
const change = (day: string, field: string, before: string | null, after: string | null = null) =>
  ({ kind: 'changed', day, changes: [{ field, before, after }] }) satisfies RightsEvent;

describe('what somebody might reach before', () => {
  it('takes changes back, the newest first', () => {
    const first = change('2026-01-05', 'role', 'hr_partner');
    expect(
      formerReaches(now, [
        change('2026-05-04', 'teamScope', 'a, s'),
        change('2026-03-02', 'grants', null),
        { ...first, changes: [...first.changes, { field: 'teamScope', before: null }] },
      ]),
    ).toEqual([
      { role: 'director', teamScope: ['a', 's'], until: '2026-05-04' },
      { role: 'director', teamScope: ['a', 's'], until: '2026-03-02' },
      { role: 'hr_partner', teamScope: [], until: '2026-01-05' },
    ]);
    expect(formerReaches(now, [])).toEqual([]);
  });

  it('goes on before somebody left and came back, with the rights of then', () => {
    const back = { kind: 'joined', day: '2026-06-01', teamScope: ['s'] } as const;
    const left = { kind: 'ended', day: '2026-04-01', role: 'director', teamScope: ['a'] } as const;
    expect(formerReaches(now, [back, left, change('2026-02-01', 'teamScope', 'b', 'a')])).toEqual([
      { role: 'director', teamScope: ['a'], until: '2026-04-01' },
      { role: 'director', teamScope: ['b'], until: '2026-02-01' },
    ]);
  });

  it('finds the teams of who left in what was said before, where the entry does not say them', () => {
    const left = { kind: 'ended', day: '2026-04-01', role: 'director', teamScope: null } as const;
    const first = { kind: 'joined', day: '2026-01-01', teamScope: ['a'] } as const;
    expect(formerReaches(now, [left, first])).toEqual([
      { role: 'director', teamScope: ['a'], until: '2026-04-01' },
    ]);
    expect(formerReaches(now, [left, change('2026-02-01', 'teamScope', 'a', 'b, c'), first])[0]).toEqual({
      ...{ role: 'director', teamScope: ['b', 'c'], until: '2026-04-01' },
    });
  });
});

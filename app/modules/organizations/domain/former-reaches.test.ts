import { expect, it } from 'vitest';
import { formerReaches } from './former-reaches';

it('takes changes back, the newest first', () => {
  const now = { role: 'director', teamScope: ['s'] } as const;
  expect(
    formerReaches(now, [
      { day: '2026-05-04', changes: [{ field: 'teamScope', before: 'a, s' }] },
      { day: '2026-03-02', changes: [{ field: 'grants', before: null }] },
      {
        day: '2026-01-05',
        changes: [
          { field: 'role', before: 'hr_partner' },
          { field: 'teamScope', before: null },
        ],
      },
    ]),
  ).toEqual([
    { role: 'director', teamScope: ['a', 's'], until: '2026-05-04' },
    { role: 'director', teamScope: ['a', 's'], until: '2026-03-02' },
    { role: 'hr_partner', teamScope: [], until: '2026-01-05' },
  ]);
  expect(formerReaches(now, [])).toEqual([]);
});

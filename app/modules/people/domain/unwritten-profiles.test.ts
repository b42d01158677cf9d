import { expect, it } from 'vitest';
import type { TargetPeriod } from './plan-targets';
import { unwrittenProfiles } from './unwritten-profiles';

const period = (roleBand: 1 | 2 | 3, validFrom: string, validTo: string | null): TargetPeriod => ({
  ...{ soc: '33-9032.00', roleBand, dimension: 'leadership', validFrom, validTo },
  ...{ level: 2, weight: 1, critical: false },
});

it('names each profile once of which nothing is written on the day: not yet, no more, or never', () => {
  const known = [
    period(1, '2026-01-01', null),
    period(2, '2026-01-01', '2026-03-01'),
    period(3, '2026-04-01', null),
  ];
  const named = [1, 2, 3, 4, 4].map((roleBand) => ({
    soc: '33-9032.00',
    roleBand: roleBand as 1 | 2 | 3 | 4,
  }));
  expect([...unwrittenProfiles(known, named, '2026-03-01')]).toEqual([
    '33-9032.00:2',
    '33-9032.00:3',
    '33-9032.00:4',
  ]);
  expect([...unwrittenProfiles(known, named, '2026-02-28')]).toEqual(['33-9032.00:3', '33-9032.00:4']);
});

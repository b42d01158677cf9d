import { expect, it } from 'vitest';
import type { TargetPeriod } from './plan-targets';
import { newlyWritten, unwrittenProfiles } from './unwritten-profiles';

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

it('tells once of each profile that takes the place of a default, where something is written of it', () => {
  const known = [period(1, '2026-01-01', null)];
  const facts = { level: 2, weight: 1, critical: false } as const;
  const setting = (roleBand: 1 | 2 | 3, dimension: string, asked: typeof facts | null = facts) => ({
    ...{ soc: '33-9032.00', roleBand, dimension, facts: asked },
  });
  const settings = [
    setting(1, 'leadership'),
    setting(2, 'leadership', null),
    setting(2, 'creativity'),
    setting(2, 'fortitude'),
    setting(3, 'leadership', null),
  ];
  expect(newlyWritten(known, settings, '2026-03-01')).toEqual([
    {
      index: 2,
      detail:
        '33-9032.00, Mid-level / Established had the default target until now. From 2026-03-01 on only the dimensions that are written count.',
    },
  ]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/shared/calendar-day';
import {
  planTargets,
  type TargetFacts,
  type TargetPeriod,
  type TargetPlan,
  type TargetSetting,
  targetRevision,
  targetsOn,
} from './plan-targets';
import { targetHistory } from './target-history';

const KEY = { soc: '33-9032.00', roleBand: 2, dimension: 'leadership' } as const;
const START = '2026-01-01';
const at = (day: number) => addDays(START, day);

/** What the store holds after a plan. */
function applied(known: readonly TargetPeriod[], { removed, written }: TargetPlan): TargetPeriod[] {
  const gone = new Set([...removed, ...written].map((row) => `${row.dimension} ${row.validFrom}`));
  return [...known.filter((row) => !gone.has(`${row.dimension} ${row.validFrom}`)), ...written];
}

const facts: fc.Arbitrary<TargetFacts | null> = fc.option(
  fc.record({
    level: fc.constantFrom(0, 1, 2, 3, 4),
    weight: fc.constantFrom(0, 1, 2, 3),
    critical: fc.boolean(),
  }),
) as fc.Arbitrary<TargetFacts | null>;
const edit = fc.record({
  day: fc.nat(20),
  dimension: fc.constantFrom('leadership', 'mastery'),
  facts,
});

describe('planTargets', () => {
  it('leaves what a naive list of days says, day by day', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let known: TargetPeriod[] = [];
        const naive = new Map<string, (TargetFacts | null)[]>();
        for (const { day, dimension, facts: asked } of edits) {
          const days = naive.get(dimension) ?? Array.from({ length: 30 }, () => null);
          const same = JSON.stringify(days[day]) === JSON.stringify(asked);
          naive.set(
            dimension,
            days.map((one, index) => (index >= day && !same ? asked : one)),
          );
          known = applied(
            known,
            planTargets(known, [{ ...KEY, dimension, facts: asked }], { from: at(day) }),
          );
        }
        for (const [dimension, days] of naive) {
          for (const [index, wanted] of days.entries()) {
            const found = targetsOn(known, at(index)).filter((row) => row.dimension === dimension);
            const asFacts = found.map(({ level, weight, critical }) => ({ level, weight, critical }));
            expect(asFacts).toEqual(wanted === null ? [] : [wanted]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does nothing for what is so already, and keeps what is planned, unless plans are to go', () => {
    const now: TargetPeriod = {
      ...{ ...KEY, level: 3, weight: 1, critical: false },
      ...{ validFrom: START, validTo: at(10) },
    };
    const planned: TargetPeriod = { ...now, level: 4, validFrom: at(10), validTo: null };
    const same: TargetSetting = { ...KEY, facts: { level: 3, weight: 1, critical: false } };
    const stays = planTargets([now, planned], [same], { from: at(1) });
    expect(stays).toMatchObject({ changes: [{ outcome: 'unchanged' }], removed: [], written: [] });
    const gone = planTargets([now, planned], [same], { from: at(1), dropPlans: true });
    expect(applied([now, planned], gone)).toEqual([{ ...now, validTo: null }]);
  });

  it('tells every other state by its revision, in any order of rows', () => {
    const row: TargetPeriod = {
      ...{ ...KEY, level: 3, weight: 1, critical: false },
      ...{ validFrom: START, validTo: null },
    };
    const other: TargetPeriod = { ...row, dimension: 'mastery' };
    expect(targetRevision([row, other])).toBe(targetRevision([other, row]));
    expect(targetRevision([{ ...row, critical: true }])).not.toBe(targetRevision([row]));
    expect(targetRevision([{ ...row, validTo: at(4) }])).not.toBe(targetRevision([row]));
  });
});

describe('targetHistory', () => {
  it('lists the days on which the profile becomes another one, newest first', () => {
    const base = { ...KEY, level: 2, weight: 1, critical: false } as const;
    const history = targetHistory([
      { ...base, validFrom: START, validTo: at(5) },
      { ...base, level: 3, validFrom: at(5), validTo: at(9) },
      { ...base, dimension: 'mastery', validFrom: START, validTo: null },
    ]);
    expect(
      history.map(({ day, changes }) => [day, changes.map((one) => `${one.dimension} ${one.outcome}`)]),
    ).toEqual([
      [at(9), ['leadership removed']],
      [at(5), ['leadership changed']],
      [START, ['leadership created', 'mastery created']],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { DIMENSIONS, INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays } from '~/shared/calendar-day';
import { DEFAULT_CONSTANTS } from './constants';
import { computeOccupationRow, computeProfile, type ProfileInput } from './profile';
import type { RaterKind, RatingFact } from './rating-fact';
import { personTargets, targetOf } from './target';

const GUARD = '33-9032.00';
const CHIEF = '11-3013.01';
const occupations = [
  { soc: GUARD, roleBand: 3, share: 70 },
  { soc: CHIEF, roleBand: 2, share: 30 },
] as const;
const rules = { written: () => undefined, assessed: INSTRUMENTS, constants: DEFAULT_CONSTANTS };

let submittedAt = 0;
function fact(
  level: Level,
  raterKind: RaterKind,
  assessedOn: string,
  more: Partial<RatingFact> = {},
): RatingFact {
  submittedAt += 1;
  return {
    assessmentId: `a${submittedAt}`,
    dimension: 'leadership',
    level,
    raterKind,
    cycleId: null,
    assessedOn,
    submittedAt,
    soc: GUARD,
    hasAcceptedEvidence: false,
    frameworkVersion: null,
    ...more,
  };
}
const inputOf = (facts: RatingFact[], asOf: string): ProfileInput => ({
  facts,
  targets: personTargets(occupations, rules),
  occupations,
  asOf,
  constants: DEFAULT_CONSTANTS,
});
const rowOf = (facts: RatingFact[], asOf: string) =>
  computeProfile(inputOf(facts, asOf)).find((row) => row.dimension === 'leadership');

describe('profile', () => {
  it('has all twelve dimensions, null where nothing is known', () => {
    const profile = computeProfile(inputOf([], '2026-01-01'));
    expect(profile.map((row) => row.dimension)).toEqual(DIMENSIONS);
    expect(profile[0]).toMatchObject({
      level: null,
      trust: null,
      recheckOn: null,
      target: 3,
      isDefault: true,
      gap: null,
      selfManagerDifference: null,
      nextChangeOn: null,
    });
  });

  it('counts ratings of an occupation without a band, which sets no target', () => {
    const bandless = [{ soc: GUARD, roleBand: null, share: 100 }] as const;
    const profile = computeProfile({
      ...inputOf(
        [fact(3, 'manager', '2026-01-10', { dimension: 'mastery' }), fact(2, 'manager', '2026-01-10')],
        '2026-02-01',
      ),
      occupations: bandless,
      targets: personTargets(bandless, rules),
    });
    const row = (dimension: string) => profile.find((one) => one.dimension === dimension);
    expect(row('mastery')).toMatchObject({ level: 3, ratedAs: null, target: null, gap: null });
    expect(row('leadership')).toMatchObject({ level: 2, trust: 800, target: null });
  });

  it('puts level, evidence, target and gap together', () => {
    const facts = [
      fact(2, 'manager', '2026-01-10', { hasAcceptedEvidence: true }),
      fact(4, 'self', '2026-01-05'),
    ];
    expect(rowOf(facts, '2026-02-01')).toMatchObject({
      level: 2,
      raterKind: 'manager',
      trust: 800,
      strengthTrust: 900,
      recheckOn: addDays('2026-01-10', 869),
      gap: 1,
      selfManagerDifference: 2,
      nextChangeOn: '2027-01-06',
    });
  });

  it('names each next day on which the clock changes something, and nothing changes between', () => {
    const facts = [fact(2, 'manager', '2024-02-29'), fact(3, 'self', '2024-06-01')];
    const start = rowOf(facts, '2024-06-01');
    expect(start).toMatchObject({ selfManagerDifference: 1, nextChangeOn: '2025-03-01' });
    const { nextChangeOn: _, ...derived } = start ?? {};
    expect(rowOf(facts, '2025-02-28')).toMatchObject(derived);
    expect(rowOf(facts, '2025-03-01')).toMatchObject({
      selfManagerDifference: null,
      nextChangeOn: '2026-04-15',
    });
    expect(rowOf(facts, '2026-04-15')).toMatchObject({ recheckOn: '2026-04-15', nextChangeOn: null });
  });

  it('compares the newest of each kind, leaving older ones out', () => {
    const facts = [
      fact(4, 'self', '2026-01-01'),
      fact(1, 'self', '2026-02-01'),
      fact(3, 'manager', '2025-12-01'),
    ];
    expect(rowOf(facts, '2026-03-01')?.selfManagerDifference).toBe(-2);
    expect(rowOf(facts, '2026-12-01')?.selfManagerDifference).toBe(-2);
    expect(rowOf(facts, '2026-12-02')?.selfManagerDifference).toBeNull();
  });

  it('reads mastery under the main occupation, and under another when asked', () => {
    const facts = [
      fact(1, 'manager', '2026-01-01', { dimension: 'mastery' }),
      fact(4, 'manager', '2026-02-01', { dimension: 'mastery', soc: CHIEF }),
    ];
    const input = inputOf(facts, '2026-03-01');
    expect(computeProfile(input).find((row) => row.dimension === 'mastery')).toMatchObject({
      level: 1,
      target: 3,
    });
    const target = targetOf('mastery', { occupations, soc: CHIEF }, rules);
    const other = computeOccupationRow('mastery', CHIEF, {
      ...input,
      targets: { ...input.targets, mastery: target },
    });
    expect(other).toMatchObject({ level: 4, target: 2, gap: 0, ratedAs: null });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays } from '~/shared/calendar-day';
import { DEFAULT_CONSTANTS } from './constants';
import { currentLevel, type LevelScope } from './current-level';
import { levelSteps } from './level-steps';
import { RATER_KINDS } from './rating-fact';
import { type KeptRating, ratingHistory } from './rating-history';

const GUARD = '33-9032.00';
const CHIEF = '11-3013.01';
const DIMENSION_CHOICES = ['leadership', 'mastery'] as const;
const scope: LevelScope = { asOf: '2026-06-30', soc: GUARD, socs: [GUARD], constants: DEFAULT_CONSTANTS };

const ratings: fc.Arbitrary<KeptRating[]> = fc
  .array(
    fc.record({
      dimension: fc.constantFrom(...DIMENSION_CHOICES),
      level: fc.option(fc.integer({ min: 0, max: 4 }).map((level) => level as Level)),
      raterKind: fc.constantFrom(...RATER_KINDS),
      cycleId: fc.constantFrom(null, 'spring'),
      assessedOn: fc.integer({ min: -1_500, max: 40 }).map((days) => addDays('2026-06-30', days)),
      submittedAt: fc.nat(5),
      soc: fc.constantFrom(GUARD, GUARD, CHIEF),
      hasAcceptedEvidence: fc.boolean(),
      state: fc.constantFrom('submitted', 'submitted', 'submitted', 'withdrawn', 'superseded'),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map((row, index) => ({ ...row, assessmentId: `a${index + 10}`, frameworkVersion: null })),
  );

const submittedOf = (all: KeptRating[]) => all.filter(({ state }) => state === 'submitted');

describe('history of a level', () => {
  it('has the current level first: of what competes the one that is adjusted to the latest day', () => {
    fc.assert(
      fc.property(ratings, fc.constantFrom(...DIMENSION_CHOICES), (all, dimension) => {
        const history = ratingHistory(all, dimension, scope);
        const current = currentLevel(submittedOf(all), dimension, scope);
        const firsts = history.filter(({ standing }) => standing === 'current');
        expect(firsts.map(({ level, assessmentIds }) => ({ level, assessmentIds }))).toEqual(
          current ? [{ level: current.level, assessmentIds: current.assessmentIds }] : [],
        );
        const days = history.flatMap(({ adjustedOn }) => adjustedOn ?? []);
        expect(days).toEqual([...days].sort().reverse());
        expect(days[0] ?? null).toBe(history[0]?.adjustedOn ?? null);
      }),
    );
  });

  it('has every rating up to the day once, drafts aside, and none of a later day', () => {
    fc.assert(
      fc.property(ratings, (all) => {
        const told = ratingHistory(all, 'leadership', scope).flatMap(({ assessmentIds }) => assessmentIds);
        const kept = all.filter((one) => one.dimension === 'leadership' && one.assessedOn <= scope.asOf);
        expect(new Set(told).size).toBe(told.length);
        const submitted = submittedOf(kept).map(({ assessmentId }) => assessmentId);
        expect(told).toEqual(expect.arrayContaining(submitted));
        expect(kept.map(({ assessmentId }) => assessmentId)).toEqual(expect.arrayContaining(told));
      }),
    );
  });

  it('tells nothing of a peer alone', () => {
    fc.assert(
      fc.property(ratings, (all) => {
        const alone = ratingHistory(all, 'leadership', scope).filter(
          ({ raterKind, adjustedOn }) => raterKind === 'peer' && adjustedOn === null,
        );
        expect(alone.filter(({ level }) => level !== null)).toEqual([]);
      }),
    );
  });

  it('ends in steps with the current level, and no two steps are at one level', () => {
    fc.assert(
      fc.property(ratings, (all) => {
        const steps = levelSteps(submittedOf(all), 'leadership', scope);
        expect(steps.at(-1)?.level).toBe(currentLevel(submittedOf(all), 'leadership', scope)?.level);
        expect(steps.filter((step, index) => step.level === steps[index - 1]?.level)).toEqual([]);
      }),
    );
  });
});

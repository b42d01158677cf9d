import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays, dayText } from '~/shared/calendar-day';
import { DEFAULT_CONSTANTS } from './constants';
import { currentLevel, type LevelScope } from './current-level';
import { strengthAfter } from './evidence-strength';
import { adjustedOffset, raterParameters, trustOf } from './rater-order';
import { RATER_KINDS, type RaterKind, type RatingFact } from './rating-fact';

const GUARD = '33-9032.00';
const CHIEF = '11-3013.01';
const scope: LevelScope = { asOf: '2026-06-30', soc: GUARD, socs: [GUARD], constants: DEFAULT_CONSTANTS };

let serial = 0;
function fact(level: Level | null, raterKind: RaterKind, assessedOn: string, more: Partial<RatingFact> = {}) {
  serial += 1;
  return {
    assessmentId: `a${String(serial).padStart(6, '0')}`,
    dimension: 'leadership',
    level,
    raterKind,
    cycleId: raterKind === 'peer' ? 'spring' : null,
    assessedOn,
    submittedAt: serial,
    soc: GUARD,
    hasAcceptedEvidence: false,
    frameworkVersion: null,
    ...more,
  } satisfies RatingFact;
}
const levelOf = (facts: RatingFact[], more: Partial<LevelScope> = {}) =>
  currentLevel(facts, 'leadership', { ...scope, ...more });

describe('order of ratings', () => {
  it('has the integers that SQL uses', () => {
    const offsets = [1000, 800, 600, 500, 400, 300, 200].map((trust) =>
      adjustedOffset(trust, DEFAULT_CONSTANTS),
    );
    expect(offsets).toEqual([0, -176_376, -403_765, -547_875, -724_251, -951_640, -1_272_126]);
    const self = raterParameters(DEFAULT_CONSTANTS).find(
      (row) => row.raterKind === 'self' && !row.otherOccupation && row.acceptedEvidence,
    );
    expect(self).toEqual({
      raterKind: 'self',
      otherOccupation: false,
      acceptedEvidence: true,
      kindRank: 3,
      trust: 400,
      adjustedOffset: -724_251,
      strengthTrust: 500,
      recheckAfterDays: 404,
    });
  });

  it('lets a manager outweigh a later self rating for 547 days, and no longer', () => {
    const manager = fact(3, 'manager', '2024-01-01');
    const self = (after: number) => fact(1, 'self', addDays('2024-01-01', after));
    expect(levelOf([manager, self(547)])?.level).toBe(3);
    expect(levelOf([manager, self(548)])?.level).toBe(1);
  });

  it('breaks ties by kind, then day, then last submitted, then lower level', () => {
    const equal = { ...DEFAULT_CONSTANTS, trust: { calibrated: 800, manager: 800, peer: 800, self: 800 } };
    const day = '2026-01-10';
    expect(levelOf([fact(3, 'manager', day), fact(2, 'self', day)], { constants: equal })?.level).toBe(3);
    expect(levelOf([fact(2, 'manager', day), fact(4, 'manager', day)])?.level).toBe(4);
    const first = fact(2, 'manager', day, { submittedAt: 9e9 });
    expect(levelOf([first, fact(4, 'manager', day)])?.level).toBe(2);
    const together = [
      fact(4, 'manager', day, { submittedAt: 1 }),
      fact(3, 'manager', day, { submittedAt: 1 }),
    ];
    expect(levelOf(together)?.level).toBe(3);
  });

  it('is the rating with the largest trust x 0.5^(age / half-life), on whatever later day one asks', () => {
    const facts = fc.array(
      fc.record({
        level: fc.constantFrom<Level>(0, 1, 2, 3, 4),
        kind: fc.constantFrom<RaterKind>('calibrated', 'manager', 'self'),
        day: fc.integer({ min: 19_000, max: 20_000 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(facts, fc.integer({ min: 20_000, max: 24_000 }), (drafts, asOfDay) => {
        const rated = drafts.map(({ level, kind, day }) => fact(level, kind, dayText(day)));
        const weightOf = (kind: RaterKind, day: number) =>
          strengthAfter(trustOf(kind, false, DEFAULT_CONSTANTS), asOfDay - day, DEFAULT_CONSTANTS);
        const best = levelOf(rated, { asOf: dayText(asOfDay) });
        const largest = Math.max(...drafts.map(({ kind, day }) => weightOf(kind, day)));
        const chosen = drafts.filter(
          ({ level, kind, day }) =>
            level === best?.level && kind === best.raterKind && dayText(day) === best.assessedOn,
        );
        expect(best).toEqual(levelOf([...rated].reverse(), { asOf: '2036-01-01' }));
        return chosen.some(({ kind, day }) => weightOf(kind, day) >= largest * (1 - 1e-6));
      }),
    );
  });
});

describe('what counts', () => {
  it('leaves out unsure, later and other dimensions', () => {
    expect(levelOf([fact(null, 'calibrated', '2026-01-01')])).toBeNull();
    expect(levelOf([fact(3, 'manager', '2026-07-01')])).toBeNull();
    expect(levelOf([fact(3, 'manager', '2026-06-30')])?.level).toBe(3);
    expect(levelOf([fact(3, 'manager', '2026-01-01', { dimension: 'mastery' })])).toBeNull();
    const unsureLater = [fact(3, 'manager', '2026-01-01'), fact(null, 'manager', '2026-01-01')];
    expect(levelOf(unsureLater)?.level).toBe(3);
  });

  it('counts durable ratings under another occupation at half trust and says so', () => {
    const elsewhere = fact(4, 'calibrated', '2026-01-01', { soc: CHIEF });
    expect(levelOf([elsewhere])).toMatchObject({ level: 4, ratedAs: CHIEF, trust: 500 });
    expect(levelOf([elsewhere], { socs: [GUARD, CHIEF] })).toMatchObject({ ratedAs: null, trust: 1000 });
    expect(levelOf([elsewhere], { soc: null, socs: [] })).toMatchObject({ ratedAs: null, trust: 1000 });
    expect(levelOf([elsewhere, fact(1, 'manager', '2025-09-01')])?.level).toBe(1);
  });

  it('counts mastery and AI use only under the occupation asked for', () => {
    const rated = fact(4, 'manager', '2026-01-01', { dimension: 'ai_use', soc: CHIEF });
    const both = { ...scope, socs: [GUARD, CHIEF] };
    expect(currentLevel([rated], 'ai_use', both)).toBeNull();
    expect(currentLevel([rated], 'ai_use', { ...both, soc: CHIEF })?.level).toBe(4);
  });
});

describe('peers', () => {
  const peer = (level: Level | null, day: string, more: Partial<RatingFact> = {}) =>
    fact(level, 'peer', day, more);

  it('needs three with a level in one cycle', () => {
    expect(levelOf([peer(3, '2026-01-01'), peer(3, '2026-01-02'), peer(null, '2026-01-03')])).toBeNull();
    const split = [
      peer(3, '2026-01-01'),
      peer(3, '2026-01-02'),
      peer(3, '2026-01-03', { cycleId: 'autumn' }),
    ];
    expect(levelOf(split)).toBeNull();
  });

  it('takes the lower median on the day of the last submission', () => {
    const four = [4, 1, 3, 2].map((level, index) => peer(level as Level, `2026-02-0${index + 1}`));
    expect(levelOf(four)).toMatchObject({ level: 2, raterKind: 'peer', peers: 4, assessedOn: '2026-02-04' });
    expect(levelOf(four, { asOf: '2026-02-03' })).toMatchObject({
      level: 3,
      peers: 3,
      assessedOn: '2026-02-03',
    });
    expect(levelOf(four, { asOf: '2026-02-02' })).toBeNull();
  });

  it('takes peers without a cycle together by day', () => {
    const loose = [2, 3, 3].map((level) => peer(level as Level, '2026-02-01', { cycleId: null }));
    expect(levelOf(loose)).toMatchObject({ level: 3, peers: 3 });
    expect(levelOf([...loose.slice(1), peer(2, '2026-02-02', { cycleId: null })])).toBeNull();
  });
});

describe('kinds of raters', () => {
  it('has every kind once in the table for SQL, in each combination', () => {
    expect(raterParameters(DEFAULT_CONSTANTS)).toHaveLength(RATER_KINDS.length * 4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSTANTS } from '../constants';
import type { RatingFact } from '../rating-fact';
import { addMoves, developmentVelocity, movesOfPerson, NO_MOVES, quarterUpTo } from './development-velocity';

const QUARTER = { from: '2026-10-01', to: '2026-12-31' } as const;
const SCOPE = { soc: '11-3013.01', constants: DEFAULT_CONSTANTS };

let made = 0;
function fact(assessedOn: string, level: number | null, rest: Partial<RatingFact> = {}): RatingFact {
  made += 1;
  return {
    assessmentId: `a${made}`,
    dimension: 'leadership',
    level: level as RatingFact['level'],
    raterKind: 'manager',
    cycleId: null,
    assessedOn,
    submittedAt: made,
    soc: '11-3013.01',
    hasAcceptedEvidence: false,
    frameworkVersion: null,
    ...rest,
  };
}

describe('moves of a person', () => {
  it('are pairs of one kind and dimension whose later rating is of the period', () => {
    const facts = [fact('2026-06-01', 1), fact('2026-11-01', 3), fact('2026-12-01', 2)];
    expect(movesOfPerson(facts, QUARTER, SCOPE)).toEqual({ people: 1, pairs: 2, rises: 1, falls: 1, net: 1 });
  });

  it('are none between kinds, dimensions, or where the later rating is of another period', () => {
    const facts = [
      fact('2026-06-01', 1),
      fact('2026-07-01', 4),
      fact('2026-11-01', 3, { raterKind: 'self' }),
      fact('2026-11-01', 3, { dimension: 'character' }),
      fact('2027-01-01', 0),
    ];
    expect(movesOfPerson(facts, QUARTER, SCOPE)).toEqual(NO_MOVES);
  });

  it('take the last submitted of a day, and no unsure rating', () => {
    const facts = [
      fact('2026-06-01', 1),
      fact('2026-11-01', 4),
      fact('2026-11-01', 2),
      fact('2026-12-01', null),
    ];
    expect(movesOfPerson(facts, QUARTER, SCOPE)).toMatchObject({ pairs: 1, net: 1 });
  });

  it('count ratings of AI use under the own occupation only, durable ones under any', () => {
    const other = { soc: '33-1099.00' };
    const durable = [fact('2026-06-01', 1), fact('2026-11-01', 2, other)];
    const ai = durable.map((one) => ({ ...one, dimension: 'ai_use' as const }));
    expect(movesOfPerson(durable, QUARTER, SCOPE).pairs).toBe(1);
    expect(movesOfPerson(ai, QUARTER, SCOPE).pairs).toBe(0);
  });

  it('take three peers of a cycle as one rating, and fewer as none', () => {
    const peers = (cycleId: string, day: string, levels: readonly number[]) =>
      levels.map((level) => fact(day, level, { raterKind: 'peer', cycleId }));
    const enough = [...peers('c1', '2026-06-01', [1, 1, 2]), ...peers('c2', '2026-11-01', [3, 2, 4])];
    expect(movesOfPerson(enough, QUARTER, SCOPE)).toMatchObject({ pairs: 1, net: 2 });
    const few = [...peers('c1', '2026-06-01', [1, 1, 2]), ...peers('c2', '2026-11-01', [3, 4])];
    expect(movesOfPerson(few, QUARTER, SCOPE)).toEqual(NO_MOVES);
  });

  it('telescope: the net of a dimension and kind is its last level of the period less the last one before it', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 360 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        days,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }),
        (days, levels) => {
          const dated = days
            .sort((a, b) => a - b)
            .map((day, index) => {
              const on = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
              return fact(on, levels[index] ?? 0);
            });
          const inside = dated.filter((one) => one.assessedOn >= QUARTER.from);
          const before = dated.filter((one) => one.assessedOn < QUARTER.from).at(-1);
          const first = before ?? inside[0];
          const last = inside.at(-1);
          const moves = movesOfPerson(dated, QUARTER, SCOPE);
          expect(moves.net).toBe(first && last ? (last.level ?? 0) - (first.level ?? 0) : 0);
          expect(moves.rises + moves.falls).toBeLessThanOrEqual(moves.pairs);
          expect(movesOfPerson([...dated].reverse(), QUARTER, SCOPE)).toEqual(moves);
        },
      ),
    );
  });
});

describe('development velocity', () => {
  it('is levels gained a hundred people with a pair, and unknown without one', () => {
    const two = addMoves(
      { people: 1, pairs: 3, rises: 2, falls: 0, net: 3 },
      { ...NO_MOVES, people: 1, pairs: 1 },
    );
    expect(developmentVelocity(two)).toBe(150);
    expect(developmentVelocity(NO_MOVES)).toBeNull();
  });

  it.each([
    ['2026-11-22', '2026-10-01'],
    ['2026-01-01', '2026-01-01'],
    ['2026-06-30', '2026-04-01'],
    ['2026-09-09', '2026-07-01'],
  ])('has the quarter of %s begin on %s', (day, from) => {
    expect(quarterUpTo(day)).toEqual({ from, to: day });
  });
});

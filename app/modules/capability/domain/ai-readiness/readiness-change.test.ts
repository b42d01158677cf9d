import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { type ExposureOf, readinessChange } from './readiness-change';
import { movesWithin, type ReadinessMove, type ReadinessSide } from './readiness-move';
import { readinessByRow, readinessOf } from './readiness-of-moves';

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const SOCS = ['33-9032.00', '11-3013.01', '15-1252.00', null] as const;
const side: fc.Arbitrary<ReadinessSide> = fc.record({
  key: fc.constantFrom('a', 'b', null),
  soc: fc.constantFrom(...SOCS),
  level: fc.option(level),
  target: fc.option(level),
  isDefault: fc.boolean(),
});
const move: fc.Arbitrary<ReadinessMove> = fc
  .record({ before: fc.option(side), after: fc.option(side), people: fc.integer({ min: 1, max: 3 }) })
  .filter(({ before, after }) => before !== null || after !== null);
const moves = fc.array(move, { maxLength: 20 });
const exposureBy =
  (values: readonly (number | null)[]): ExposureOf =>
  (soc) =>
    soc === null ? null : (values[SOCS.indexOf(soc as never)] ?? null);
const exposures = fc
  .array(fc.option(fc.integer({ min: 0, max: 10_000 })), { minLength: 3, maxLength: 3 })
  .map(exposureBy);

const then: ReadinessSide = { key: 'a', soc: '33-9032.00', level: 1, target: 2, isDefault: false };
const same = exposureBy([4_000, 2_000, null]);
const change = (list: readonly ReadinessMove[], after: ExposureOf = same) =>
  readinessChange(list, { before: same, after });
const known = (
  people: number,
  before: Partial<ReadinessSide>,
  after: Partial<ReadinessSide>,
): ReadinessMove => ({
  before: { ...then, ...before },
  after: { ...then, ...after },
  people,
});

describe('change of AI-readiness', () => {
  it('is the sum of its steps, plain and weighted, whatever moved', () => {
    fc.assert(
      fc.property(moves, exposures, exposures, (list, before, after) => {
        const found = readinessChange(list, { before, after });
        for (const steps of found ? [found.plain, found.weighted] : []) {
          if (!steps) continue;
          expect(steps.evidenceMoved + steps.peopleMoved).toBeCloseTo(steps.after - steps.before, 9);
          expect(steps.exposure + steps.known).toBeCloseTo(steps.evidenceMoved, 9);
          expect(steps.targets + steps.joinedAndLeft + steps.levels).toBeCloseTo(steps.peopleMoved, 9);
        }
      }),
    );
  });

  it('ends at the figure that the row shows, and begins at that of the other day', () => {
    fc.assert(
      fc.property(moves, exposures, exposures, (list, before, after) => {
        const now = readinessOf(list, { before, after });
        const turned = list.map((one) => ({ ...one, before: one.after, after: one.before }));
        const past = readinessOf(turned, { before: after, after: before });
        if (now.change === null) expect([now.figures.readiness, past.figures.readiness]).toContain(null);
        else {
          expect(now.change.plain.after).toBe(now.figures.readiness);
          expect(now.change.plain.before).toBe(past.figures.readiness);
        }
      }),
    );
  });

  it('moves nothing by evidence where only people changed, and nothing by people where only exposure did', () => {
    fc.assert(
      fc.property(moves, exposures, exposures, (list, before, after) => {
        const still = list.map((one) => ({ ...one, before: one.after }));
        const byExposure = readinessChange(still, { before, after });
        expect(byExposure?.plain.evidenceMoved ?? 0).toBe(0);
        expect(byExposure?.plain.peopleMoved ?? 0).toBe(0);
        expect(byExposure?.weighted?.peopleMoved ?? 0).toBeCloseTo(0, 9);
        const byPeople = readinessChange(list, { before, after: before });
        expect(byPeople?.weighted?.exposure ?? 0).toBe(0);
      }),
    );
  });

  it('names each kind of step', () => {
    expect(change([known(12, {}, { level: 2 })])?.plain).toMatchObject({
      ...{ before: 50, after: 100, levels: 50, peopleMoved: 50, evidenceMoved: 0 },
    });
    expect(change([known(12, {}, { target: 1 })])?.plain).toMatchObject({ targets: 50, levels: 0 });
    const newlyKnown = change([known(10, {}, {}), known(10, { level: null }, { level: 2 })])?.plain;
    expect(newlyKnown).toMatchObject({ known: 25, evidenceMoved: 25, peopleMoved: 0 });
    const left: ReadinessMove = { before: { ...then, level: 2 }, after: null, people: 10 };
    expect(change([known(10, {}, {}), left])?.plain).toMatchObject({ before: 75, joinedAndLeft: -25 });
    const managers = { soc: '11-3013.01', level: 2 as const };
    const two = [known(10, {}, {}), known(10, managers, managers)];
    const moved = change(two, exposureBy([2_000, 2_000, null]))?.weighted;
    expect(moved?.exposure).toBeCloseTo(75 - 200 / 3, 9);
    expect(moved?.peopleMoved).toBe(0);
  });

  it('is clear only with ten people on both days and two standard errors', () => {
    expect(change([known(10, {}, { level: 2 })])?.isClear).toBe(true);
    expect(change([known(9, {}, { level: 2 })])?.isClear).toBe(false);
    expect(change([known(10, {}, {})])?.isClear).toBe(false);
    expect(change([known(11, {}, { level: 2 }), known(10, {}, { level: 0 })])?.isClear).toBe(false);
  });

  it('is none where there is no figure on one of the days', () => {
    expect(change([{ before: null, after: then, people: 5 }])).toBeNull();
  });
});

describe('rows of moves', () => {
  it('hold everybody once, and sum to everybody', () => {
    fc.assert(
      fc.property(moves, exposures, (list, exposure) => {
        const both = { before: exposure, after: exposure };
        const total = readinessOf(list, both).sums;
        const rows = [...readinessByRow(list, both).values()];
        for (const field of ['people', 'assessed', 'pairs', 'attained', 'weights'] as const)
          expect(rows.reduce((sum, row) => sum + row.sums[field], 0)).toBe(total[field]);
      }),
    );
  });

  it('see who comes from another row as joined', () => {
    const [inside] = movesWithin([known(3, { key: 'b' }, {})], (key) => key === 'a');
    expect(inside).toMatchObject({ before: null, people: 3 });
  });
});

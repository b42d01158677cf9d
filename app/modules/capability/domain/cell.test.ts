import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { dayNumber, dayText } from '~/shared/calendar-day';
import { addCells, addPerson, type CellSums, emptyCell, personCell } from './cell';
import { cellFigures, medianOf } from './cell-figures';
import { DEFAULT_CONSTANTS } from './constants';
import { evidenceStrength, recheckOn } from './evidence-strength';
import { gapOf } from './gap';
import { lowerMedian } from './peer-rating';
import type { ProfileDimension } from './profile';

const constants = DEFAULT_CONSTANTS;
const asOf = '2026-06-30';
const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);

interface Draft {
  level: Level | null;
  target: Level | null;
  weight: number;
  day: number;
  strengthTrust: number;
  difference: number | null;
  isDefault: boolean;
}
const draft: fc.Arbitrary<Draft> = fc.record({
  level: fc.option(level),
  target: fc.option(level),
  weight: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber(asOf) }),
  strengthTrust: fc.constantFrom(400, 500, 800, 1000),
  difference: fc.option(fc.integer({ min: -4, max: 4 })),
  isDefault: fc.boolean(),
});

function rowOf(input: Partial<Draft>): ProfileDimension {
  const given = { level: null, target: null, weight: 1, day: dayNumber(asOf), strengthTrust: 800, ...input };
  const assessedOn = given.level === null ? null : dayText(given.day);
  return {
    dimension: 'leadership',
    level: given.level,
    raterKind: given.level === null ? null : 'manager',
    assessedOn,
    ratedAs: null,
    trust: assessedOn === null ? null : given.strengthTrust,
    strengthTrust: assessedOn === null ? null : given.strengthTrust,
    hasAcceptedEvidence: false,
    frameworkVersion: null,
    peers: 0,
    assessmentIds: [],
    recheckOn: assessedOn === null ? null : recheckOn(assessedOn, given.strengthTrust, constants),
    target: given.target,
    weight: given.target === null ? null : given.weight,
    critical: false,
    criticalLevel: null,
    isDefault: given.target !== null && (input.isDefault ?? false),
    gap: gapOf(given.level, given.target),
    selfManagerDifference: input.difference ?? null,
    nextChangeOn: null,
  };
}
const cellOf = (rows: readonly Partial<Draft>[]): CellSums =>
  rows.map(rowOf).reduce((cell, row) => addPerson(cell, row, { asOf, constants }), emptyCell());
const figuresOf = (rows: readonly Partial<Draft>[]) => cellFigures(cellOf(rows), asOf, constants);

describe('cell sums', () => {
  const cell = fc.array(draft, { maxLength: 8 }).map(cellOf);

  it('add in any order and grouping, with nobody as neutral', () => {
    fc.assert(
      fc.property(cell, cell, cell, (a, b, c) => {
        expect(addCells(addCells(a, b), c)).toEqual(addCells(a, addCells(b, c)));
        expect(addCells(a, b)).toEqual(addCells(b, a));
        expect(addCells(a, emptyCell())).toEqual(a);
      }),
    );
  });

  it('hold integers only, and each person once', () => {
    fc.assert(
      fc.property(fc.array(draft), (rows) => {
        const sums = cellOf(rows);
        expect(Object.values(sums).every((value) => value === null || Number.isSafeInteger(value))).toBe(
          true,
        );
        expect(sums.people).toBe(rows.length);
        expect(sums.n0 + sums.n1 + sums.n2 + sums.n3 + sums.n4).toBe(sums.assessed);
        expect(sums.withTarget + sums.noTarget).toBe(sums.people);
      }),
    );
  });

  it('keep the newest day and the next change', () => {
    const row = (assessedOn: string, nextChangeOn: string) =>
      personCell({ ...rowOf({ level: 2 }), assessedOn, nextChangeOn }, asOf, constants);
    const both = addCells(row('2026-01-01', '2027-01-01'), row('2026-03-01', '2026-12-01'));
    expect(both).toMatchObject({
      newestDay: dayNumber('2026-03-01'),
      nextChangeDay: dayNumber('2026-12-01'),
    });
  });
});

describe('cell figures', () => {
  it('are those of the people, computed one by one', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1 }), (rows) => {
        const figures = figuresOf(rows);
        const assessed = rows.flatMap((row) => (row.level === null ? [] : [{ ...row, level: row.level }]));
        const pairs = assessed.flatMap((row) =>
          row.target === null ? [] : [{ ...row, target: row.target }],
        );
        const mean = (values: number[]) =>
          values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
        const gap = (row: { level: number; target: number }) => Math.max(0, row.target - row.level);
        expect(figures.mean).toBe(mean(assessed.map((row) => row.level)));
        expect(figures.meanGap).toBe(mean(pairs.map(gap)));
        expect(figures.meanTarget).toBe(mean(pairs.map((row) => row.target)));
        expect(figures.atTargetShare).toBe(mean(pairs.map((row) => (row.level >= row.target ? 1 : 0))));
        expect(figures.median).toBe(
          assessed.length === 0 ? null : lowerMedian(assessed.map((row) => row.level)),
        );
        const strength = mean(
          assessed.map((row) =>
            evidenceStrength(
              { assessedOn: dayText(row.day), strengthTrust: row.strengthTrust },
              asOf,
              constants,
            ),
          ),
        );
        if (strength === null) expect(figures.strength).toBeNull();
        else expect(figures.strength).toBeCloseTo(strength, 5);
      }),
    );
  });

  it('weigh gaps against targets, and count the unassessed against the low bound', () => {
    const figures = figuresOf([
      { level: 1, target: 3, weight: 3 },
      { level: 4, target: 2, weight: 1 },
      { level: null, target: 2 },
      { level: 3, target: null },
    ]);
    expect(figures).toMatchObject({
      gapIndex: (100 * 6) / 11,
      atTargetShare: 0.5,
      atTargetLow: 1 / 3,
      unknownShare: 0.25,
      noTarget: 1,
    });
  });

  it('are null, not 0, where there is nothing to compute', () => {
    const unassessed = figuresOf([{ level: null, target: 3 }]);
    expect(unassessed).toMatchObject({ mean: null, median: null, gapIndex: null, atTargetShare: null });
    expect(unassessed).toMatchObject({ strength: null, recheckShare: null, newestOn: null, atTargetLow: 0 });
    expect(cellFigures(emptyCell(), asOf, constants)).toMatchObject({
      unknownShare: null,
      atTargetLow: null,
    });
    expect(figuresOf([{ level: 0, target: 0 }])).toMatchObject({ gapIndex: null, atTargetShare: 1, mean: 0 });
  });

  it('mark a spread from a third at both ends', () => {
    expect(figuresOf([{ level: 0 }, { level: 2 }, { level: 4 }]).spread).toBe(true);
    expect(figuresOf([{ level: 0 }, { level: 2 }, { level: 2 }, { level: 4 }]).spread).toBe(false);
    expect(figuresOf([]).spread).toBe(false);
  });

  it('count a re-check from its day on', () => {
    const due = dayText(dayNumber(asOf) - 776);
    const days = [dayNumber(due), dayNumber(due) + 1];
    expect(days.map((day) => cellOf([{ level: 2, day, strengthTrust: 800 }]).recheckDue)).toEqual([1, 0]);
  });

  it('take the lower median', () => {
    expect(medianOf([1, 0, 0, 0, 1])).toBe(0);
    expect(medianOf([1, 0, 0, 0, 2])).toBe(4);
    expect(medianOf([0, 0, 0, 0, 0])).toBeNull();
  });
});

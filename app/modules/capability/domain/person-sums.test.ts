import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays, dayNumber } from '~/shared/calendar-day';
import { addPerson, emptyCell } from './cell';
import { DEFAULT_CONSTANTS } from './constants';
import { gapOf } from './gap';
import { isHolder } from './holders';
import { cellsOfCount, countNobody, countPerson, FACTS_BYTES, personFacts, readFacts } from './person-facts';
import { personSums, readSums } from './person-sums';
import type { ProfileDimension } from './profile';
import { emptyTeamCell } from './team-cell';

const ASOF = '2026-11-21';
const level = fc.option(fc.constantFrom<Level[]>(0, 1, 2, 3, 4));
const row = fc
  .record({
    level,
    target: level,
    age: fc.nat(2_000),
    strengthTrust: fc.integer({ min: 200, max: 1_000 }),
    weight: fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3),
    isDefault: fc.boolean(),
    criticalLevel: fc.option(fc.constantFrom<Level[]>(1, 2, 3, 4)),
    raterKind: fc.constantFrom<('self' | 'manager')[]>('self', 'manager'),
    difference: fc.option(fc.integer({ min: -4, max: 4 })),
    recheckIn: fc.integer({ min: -20, max: 20 }),
  })
  .map(
    (one): ProfileDimension => ({
      ...{ dimension: 'leadership', ratedAs: null, hasAcceptedEvidence: false, peers: 0, assessmentIds: [] },
      ...{ frameworkVersion: null, nextChangeOn: null, critical: false, isDefault: one.isDefault },
      ...{ level: one.level, target: one.target, gap: gapOf(one.level, one.target) },
      weight: one.target === null ? null : one.weight,
      criticalLevel: one.criticalLevel,
      raterKind: one.level === null ? null : one.raterKind,
      assessedOn: one.level === null ? null : addDays(ASOF, -one.age),
      trust: one.level === null ? null : one.strengthTrust,
      strengthTrust: one.level === null ? null : one.strengthTrust,
      recheckOn: one.level === null ? null : addDays(ASOF, one.recheckIn),
      selfManagerDifference: one.difference,
    }),
  );
const person = fc.record({
  available: fc.boolean(),
  rows: fc.array(row, { minLength: DIMENSIONS.length, maxLength: DIMENSIONS.length }),
});

describe('person sums', () => {
  it('add up to the cells of the group', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), (people) => {
        const at = { asOf: ASOF, constants: DEFAULT_CONSTANTS };
        const sum = people
          .map(({ rows, available }) => BigInt(personSums(rows, { ...at, available })))
          .reduce((total, one) => total + one, 0n);
        const newest = DIMENSIONS.map((_, index) => {
          const days = people.flatMap(({ rows }) => rows[index]?.assessedOn ?? []).map(dayNumber);
          return days.length > 0 ? Math.max(...days) : null;
        });
        for (const [index, cell] of readSums(String(sum), newest).entries()) {
          const members = people.flatMap(({ rows, available }) => {
            const own = rows[index];
            return own ? [{ row: own, available, active: true }] : [];
          });
          const expected = members.reduce((all, member) => addPerson(all, member.row, at), emptyCell());
          expect(cell).toMatchObject(expected);
          const holders = members.filter((member) => isHolder(member, 1, ASOF)).length;
          expect(cell.h1 + cell.h2 + cell.h3 + cell.h4).toBe(holders);
          const critical = members.flatMap((member) => member.row.criticalLevel ?? []);
          expect(cell.criticalPeople).toBe(critical.length);
          expect(cell.criticalMin).toBe(critical.length > 0 ? Math.min(...critical) : null);
        }
      }),
      { numRuns: 100 },
    );
  });
  it('are the same as what is counted from the facts of the people, in any order', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const at = { asOf: ASOF, constants: DEFAULT_CONSTANTS };
        const sum = people.reduce(
          (total, { rows, available }) => total + BigInt(personSums(rows, { ...at, available })),
          0n,
        );
        const newest = DIMENSIONS.map((_, index) => {
          const days = people.flatMap(({ rows }) => rows[index]?.assessedOn ?? []).map(dayNumber);
          return days.length > 0 ? Math.max(...days) : null;
        });
        const bytes = people.map(({ rows, available }) => personFacts(rows, { ...at, available }));
        // Out of step with eight bytes, as bytes of a database may lie in memory.
        const whole = new Uint8Array([0, ...bytes.flatMap((one) => [...one])]).subarray(1);
        const facts = readFacts(whole);
        // Beside none by words, beside very many others one by one.
        const counts = [countNobody(0), countNobody(1e9)];
        const [byWords = 0, oneByOne] = counts.map(({ words }) => words.length);
        expect(people.length === 0 || byWords > 0).toBe(true);
        expect(oneByOne).toBe(0);
        for (const count of counts)
          for (let place = people.length - 1; place >= 0; place -= 1) countPerson(count, facts, place);
        const expected =
          people.length === 0 ? DIMENSIONS.map(() => emptyTeamCell()) : readSums(String(sum), newest);
        for (const count of counts) expect(cellsOfCount(count)).toEqual(expected);
        expect(whole.length).toBe(people.length * FACTS_BYTES);
      }),
      { numRuns: 100 },
    );
  });
  it('hold half a million people without a place running over', () => {
    const full: ProfileDimension = {
      ...{
        dimension: 'leadership',
        level: 0,
        target: 4,
        gap: 4,
        weight: 3,
        isDefault: false,
        critical: true,
      },
      ...{ raterKind: 'manager', assessedOn: ASOF, strengthTrust: 1_000, trust: 1_000, recheckOn: ASOF },
      ...{ criticalLevel: 4, selfManagerDifference: 4, ratedAs: null, frameworkVersion: null, peers: 0 },
      ...{ hasAcceptedEvidence: false, assessmentIds: [], nextChangeOn: null },
    };
    const one = personSums(
      DIMENSIONS.map(() => full),
      { available: true, asOf: ASOF, constants: DEFAULT_CONSTANTS },
    );
    const people = 500_000;
    const [first, ...others] = readSums(
      String(BigInt(one) * BigInt(people)),
      DIMENSIONS.map(() => dayNumber(ASOF)),
    );
    expect(first).toMatchObject({
      ...{ people, n0: people, gapSum: 4 * people, weightedGapSum: 12 * people, diffSum: 4 * people },
      ...{ diffN: people, criticalPeople: people, criticalMin: 4, recheckDue: people },
    });
    for (const other of others) expect(other).toEqual(first);
  });
});

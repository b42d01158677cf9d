import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { LEVELS } from '~/modules/frameworks/domain/level';
import { assessmentKey } from './assessment-key';
import type { RatingRecord } from './assessment-row';
import { contradictions } from './contradictions';
import { groupAssessments } from './group-assessments';
import { type NewVersion, planAssessments, type StoredAssessment } from './plan-assessments';
import type { ResolvedRow } from './resolve-rows';

const ROW: ResolvedRow = {
  line: 2,
  employeeId: 'e1',
  raterKind: 'manager',
  raterId: 'e9',
  cycleId: null,
  assessedOn: '2026-05-01',
  soc: '33-9032.00',
  ratings: [],
};
const rate = (
  dimension: RatingRecord['dimension'],
  level: RatingRecord['level'],
  evidence: string | null = null,
) => ({
  dimension,
  level,
  evidence,
});
const row = (line: number, ratings: RatingRecord[], change: Partial<ResolvedRow> = {}): ResolvedRow => ({
  ...ROW,
  line,
  ratings,
  ...change,
});

type Store = Map<string, StoredAssessment>;
const HR = { id: 'HR', employeeId: 'H1', isToken: false, accepts: true };
const OPTIONS = { importer: HR, now: new Date(0) };

function store(stored: Store, versions: readonly NewVersion[]): Store {
  const next = new Map(stored);
  for (const version of versions) {
    const key = assessmentKey(version);
    next.set(key, { ...version, assessmentId: `${key} v${version.version}` });
  }
  return next;
}

function importRows(stored: Store, rows: ResolvedRow[]) {
  expect(contradictions(rows).size).toBe(0);
  const plan = planAssessments(groupAssessments(rows), { ...OPTIONS, stored });
  return { plan, stored: store(stored, [...plan.created, ...plan.corrected]) };
}

describe('groupAssessments', () => {
  it('joins rows by person, rater kind, rater, cycle or day, and occupation', () => {
    const rows = [
      row(2, [rate('leadership', 2)]),
      row(3, [rate('mastery', 3)]),
      row(4, [rate('leadership', 2)], { assessedOn: '2026-05-02' }),
      row(5, [rate('leadership', 2)], { soc: '33-1091.00' }),
      row(6, [rate('leadership', 2)], { cycleId: 'c1' }),
      row(7, [rate('mastery', 2)], { cycleId: 'c1', assessedOn: '2026-05-09' }),
      row(8, [rate('leadership', 2)], { raterKind: 'peer' }),
      row(9, [rate('leadership', 2)], { raterId: null }),
    ];
    const assessments = groupAssessments(rows);
    expect(assessments.map((one) => [one.assessedOn, one.ratings.size])).toEqual([
      ['2026-05-01', 2],
      ['2026-05-02', 1],
      ['2026-05-01', 1],
      ['2026-05-09', 2],
      ['2026-05-01', 1],
      ['2026-05-01', 1],
    ]);
  });

  it('takes equal rows as one, with the texts of both', () => {
    const [assessment] = groupAssessments([
      row(2, [rate('mastery', 2, 'a')]),
      row(3, [rate('mastery', 2, 'b')]),
    ]);
    expect(assessment?.ratings.get('mastery')?.evidence.map((one) => one.body)).toEqual(['a', 'b']);
  });
});

describe('contradictions', () => {
  it('names every row that says another level of one dimension on one day than some other row', () => {
    const found = contradictions([
      row(2, [rate('mastery', 2), rate('leadership', 1)]),
      row(3, [rate('mastery', 2)]),
      row(4, [rate('leadership', 1)]),
      row(5, [rate('mastery', 2)], { assessedOn: '2026-05-02' }),
      row(7, [rate('mastery', null), rate('leadership', 1)]),
    ]);
    expect([...found].map(([line, [first]]) => [line, first?.dimension, first?.other])).toEqual([
      [2, 'mastery', { line: 7, level: null }],
      [3, 'mastery', { line: 7, level: null }],
      [7, 'mastery', { line: 2, level: 2 }],
    ]);
  });
});

describe('planAssessments', () => {
  it('overlays a correction on the version before', () => {
    const first = importRows(new Map(), [row(2, [rate('leadership', 2, 'led'), rate('mastery', 3, 'did')])]);
    expect(first.plan.created).toHaveLength(1);
    const { plan } = importRows(first.stored, [row(2, [rate('mastery', 4), rate('character', 1)])]);
    const [version] = plan.corrected;
    expect(version?.version).toBe(2);
    expect([...(version?.ratings ?? [])].map(([dimension, { level }]) => [dimension, level])).toEqual([
      ['leadership', 2],
      ['mastery', 4],
      ['character', 1],
    ]);
    expect(version?.evidence.map((one) => one.body)).toEqual(['led']);
  });

  it('records an unsure rating beside the level, and lets it replace nothing', () => {
    const first = importRows(new Map(), [row(2, [rate('mastery', 3, 'did')])]);
    const unsure = importRows(first.stored, [
      row(2, [rate('mastery', null, 'forgot'), rate('character', null)]),
    ]);
    const [version] = unsure.plan.corrected;
    const day = ROW.assessedOn;
    expect(version?.ratings.get('mastery')).toEqual({ level: 3, assessedOn: day, unsureOn: day });
    expect(version?.ratings.get('character')).toEqual({ level: null, assessedOn: day, unsureOn: day });
    expect(version?.evidence.map(({ body, unsure: said }) => [body, said])).toEqual([
      ['did', false],
      ['forgot', true],
    ]);
    expect(importRows(unsure.stored, [row(2, [rate('mastery', null, 'forgot')])]).plan.unchanged).toBe(1);
  });

  it('lets the later day of a cycle win in each dimension, whichever file comes first', () => {
    const cycle = { cycleId: 'c1' };
    const september = [
      row(2, [rate('mastery', 1, 'then'), rate('leadership', 2)], { ...cycle, assessedOn: '2026-09-08' }),
    ];
    const october = [
      row(2, [rate('mastery', 4), rate('character', null)], { ...cycle, assessedOn: '2026-10-02' }),
    ];
    const forth = importRows(importRows(new Map(), september).stored, october).stored;
    const back = importRows(importRows(new Map(), october).stored, september).stored;
    expect(contents(forth)).toEqual(contents(back));
    const [only] = forth.values();
    expect(only?.ratings.get('mastery')).toMatchObject({ level: 4, assessedOn: '2026-10-02' });
    expect(only?.ratings.get('leadership')).toMatchObject({ level: 2, assessedOn: '2026-09-08' });
    expect(only?.assessedOn).toBe('2026-10-02');
    expect(only?.evidence).toEqual([]);
  });

  it('dates a level anew when it is stated again on a later day', () => {
    const cycle = { cycleId: 'c1' };
    const first = importRows(new Map(), [row(2, [rate('mastery', 3)], cycle)]);
    const later = row(2, [rate('mastery', 3)], { ...cycle, assessedOn: '2026-05-09' });
    const { plan } = importRows(first.stored, [later]);
    expect(plan.corrected[0]?.ratings.get('mastery')?.assessedOn).toBe('2026-05-09');
  });

  it('accepts evidence of others, not of the person', () => {
    const rows = [
      row(2, [rate('mastery', 3, 'seen')]),
      row(3, [rate('mastery', 3, 'said')], { raterKind: 'self', raterId: 'e1' }),
    ];
    const evidence = importRows(new Map(), rows).plan.created.flatMap((version) => version.evidence);
    expect(evidence.map((one) => [one.body, one.acceptedBy])).toEqual([
      ['seen', 'HR'],
      ['said', null],
    ]);
  });

  it("accepts neither evidence of the importer's own ratings nor any that a token brings", () => {
    const said = (evidence: string, raterId: string) =>
      row(2, [rate('mastery', 3, evidence)], { raterId, employeeId: evidence });
    const rows = [said('of another', 'M1'), said('of the importer', 'H1')];
    const acceptedBy = (importer: typeof HR) =>
      planAssessments(groupAssessments(rows), { ...OPTIONS, importer, stored: new Map() }).created.map(
        ({ evidence }) => evidence[0]?.acceptedBy,
      );
    expect(acceptedBy(HR)).toEqual(['HR', null]);
    expect(acceptedBy({ ...HR, accepts: false })).toEqual([null, null]);
  });

  it('changes nothing when the same rows come again, in any order', () => {
    const rating = fc.record({
      dimension: fc.constantFrom(...DIMENSIONS.slice(0, 3)),
      level: fc.constantFrom(null, ...LEVELS),
      evidence: fc.constantFrom(null, 'a', 'b'),
    });
    const anyRow = fc.record({
      employeeId: fc.constantFrom('e1', 'e2'),
      cycleId: fc.constantFrom(null, 'c1'),
      assessedOn: fc.constantFrom('2026-05-01', '2026-05-02'),
      ratings: fc.uniqueArray(rating, { selector: (one) => one.dimension, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 4 }), { maxLength: 4 }), (files) => {
        let stored: Store = new Map();
        for (const file of files) {
          const rows = file.map((change, index) => ({ ...ROW, ...change, line: index + 2 }));
          if (contradictions(rows).size > 0) continue;
          ({ stored } = importRows(stored, rows));
          const again = importRows(stored, [...rows].reverse()).plan;
          expect([again.created, again.corrected]).toEqual([[], []]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends in the same ratings, days and evidence whatever the order of the files', () => {
    const statement = fc.record({
      dimension: fc.constantFrom(...DIMENSIONS.slice(0, 2)),
      level: fc.constantFrom(null, ...LEVELS),
      evidence: fc.constantFrom(null, 'a', 'b'),
      cycleId: fc.constantFrom(null, 'c1'),
      day: fc.integer({ min: 1, max: 5 }),
    });
    // Two levels of one day under one key are a correction: which of them holds is told by the order alone.
    const oneLevelADay = fc.uniqueArray(statement, {
      selector: (one) => `${one.dimension} ${one.cycleId} ${one.day} ${one.level === null}`,
      maxLength: 10,
    });
    fc.assert(
      fc.property(oneLevelADay, fc.infiniteStream(fc.nat()), (statements, sizes) => {
        const rows = statements.map(({ dimension, level, evidence, cycleId, day }, index) =>
          row(index + 2, [rate(dimension, level, evidence)], { cycleId, assessedOn: `2026-05-0${day}` }),
        );
        const shuffled = rows
          .map((one) => ({ one, order: sizes.next().value as number }))
          .sort((a, b) => a.order - b.order)
          .map(({ one }) => one);
        const load = (files: ResolvedRow[]) =>
          files.reduce<Store>((stored, one) => importRows(stored, [one]).stored, new Map());
        expect(contents(load(shuffled))).toEqual(contents(load(rows)));
      }),
      { numRuns: 500 },
    );
  });
});

/** What is stored, without versions and order. */
function contents(stored: Store) {
  return [...stored]
    .map(([key, { assessedOn, ratings, evidence }]) => ({
      key,
      assessedOn,
      ratings: [...ratings].sort(([a], [b]) => (a < b ? -1 : 1)),
      evidence: evidence.map((one) => `${one.dimension} ${one.unsure} ${one.body}`).sort(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

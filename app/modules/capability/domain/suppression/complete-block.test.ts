import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { DEFAULT_CONSTANTS } from '../constants';
import { releasedTiles } from '../overview/released-tiles';
import { strengthUnits } from '../strength-units';
import { coarsenCut } from './coarsen-cut';
import { cutRelease } from './cut-release';
import type { ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { releasedCoverage, releasedTrust } from './released-overview';

const [BEFORE, AFTER] = ['2026-01-31', '2026-02-28'];
const groups = ['top', 'a', 'b'].map((id) => ({ id, parentId: id === 'top' ? null : 'top', name: id }));

/** Twelve people of two groups; as releases froze them before the overview was released, or with all of it. */
function twelve(day: string, isComplete: boolean): ReleasePerson[] {
  const units = strengthUnits(day, 800, DEFAULT_CONSTANTS);
  return ['a', 'b'].flatMap((groupId) =>
    Array.from({ length: 12 }, (_, at): ReleasePerson => {
      const level = (at % 4) as Level;
      const facts = { employeeId: `${groupId}${at}`, groupId, levels: [level], targets: [2 as const] };
      const kept = isComplete ? { holds: [level === 3 ? level : null], strengths: [units] } : {};
      return { ...facts, ratings: [`first ${groupId}${at}`], ...kept };
    }),
  );
}

class Releases {
  cut: ReleaseCut | null = null;
  private readonly history = new Map<string, readonly ReleasePerson[]>();

  add(day: string, people: readonly ReleasePerson[], access: readonly string[] = []): ReleaseCut {
    const release = { id: day, day };
    this.cut = cutRelease({
      ...{ release, facts: { groups, people }, dimensions: [0], k: 5, history: this.history },
      ...{ individualAccess: new Set(access), previous: this.cut },
    });
    this.history.set(day, people);
    return this.cut;
  }
}

const requirements = [{ groupId: 'a', dimension: 0, level: 3 as const }];
const told = (cut: ReleaseCut) => [
  releasedCoverage({ cut, requirements }),
  releasedTrust(cut, DEFAULT_CONSTANTS),
];

function twoReleases(change: (people: ReleasePerson[]) => ReleasePerson[], access: readonly string[] = []) {
  const releases = new Releases();
  const before = releases.add(BEFORE, twelve(BEFORE, false));
  return { before, cut: releases.add(AFTER, change(twelve(AFTER, true)), access) };
}

describe('a block whose figures are from before the overview was released', () => {
  it('gets the overview part with the next release when nobody of it changed, and keeps its figures', () => {
    const { before, cut } = twoReleases((people) => people);
    expect(told(before)).toEqual([null, null]);
    expect(told(cut)).toMatchObject([{ share: { third: 3 }, told: 1 }, { share: { percent: 80 } }]);
    const figures = (one: ReleaseCut) =>
      one.dimensions[0]?.blocks.map(({ sums: { overview: _, ...sums }, parts }) => ({ sums, parts }));
    expect(figures(cut)).toEqual(figures(before));
  });

  it('goes on without where anybody was rated, left or joined, and other groups do not wait for it', () => {
    const changed = [
      (people: ReleasePerson[]) =>
        people.map((one) => (one.employeeId === 'a1' ? { ...one, ratings: ['x'] } : one)),
      (people: ReleasePerson[]) => people.filter((one) => one.employeeId !== 'a1'),
      (people: ReleasePerson[]) => [
        ...people,
        ...people.slice(0, 1).map((one) => ({ ...one, employeeId: 'new' })),
      ],
    ];
    for (const change of changed) {
      const { cut } = twoReleases(change);
      expect(told(cut)).toMatchObject([null, { share: { third: 3 } }]);
    }
  });

  it('goes on without where somebody of it became known to the viewer', () => {
    expect(told(twoReleases((people) => people, ['a1']).cut)).toMatchObject([null, { share: { third: 3 } }]);
  });

  it('has the strength of the day that it was completed on, also when it is joined with others', () => {
    const { cut } = twoReleases((people) => people);
    const days = (one: ReleaseCut) =>
      one.dimensions[0]?.blocks.flatMap(({ sums }) => Object.keys(sums.overview?.unitsOf ?? {}));
    expect(days(cut)).toEqual([AFTER, AFTER]);
    expect(days(coarsenCut(cut, 13))).toEqual([AFTER]);
    expect(told(coarsenCut(cut, 13))[1]?.share).toEqual({ step: 'third', third: 3 });
  });

  it('says on the tiles why they are not there yet, and until when', () => {
    const words = (cut: ReleaseCut) =>
      releasedTiles({ cut, requirements, constants: DEFAULT_CONSTANTS, version: '1' }).map(
        ({ driver }) => driver,
      );
    const { before, cut } = twoReleases((people) => people);
    expect(words(before)[0]).toContain('It follows with the next release');
    expect(words(before)[2]).toContain('It follows with the next release');
    expect(words(cut)[0]).toContain('two people or more hold');
  });
});

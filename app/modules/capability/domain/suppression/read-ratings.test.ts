import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { coarsenCut } from './coarsen-cut';
import { cutMoves } from './cut-moves';
import { cutRelease } from './cut-release';
import type { ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { releasedRows } from './released-rows';

const LEVELS: readonly Level[] = [1, 2, 3, 1, 2, 3, 1, 2];
const MARCH = '2026-03-10 manager';
const people = (groupId: string, size: number, marks: readonly string[] = []): ReleasePerson[] =>
  LEVELS.slice(0, size).map((level, at) => ({
    ...{ employeeId: `${groupId}${at}`, groupId, levels: [level, level], targets: [3, 3] },
    ratings: [marks[at] ?? MARCH, MARCH],
  }));
const groups = ['a', 'b', 'c'].map((id) => ({ id, parentId: null, name: id }));

interface Given {
  readonly lastRead?: ReadonlyMap<string, string>;
  readonly previous?: ReleaseCut;
  readonly history?: ReadonlyMap<string, readonly ReleasePerson[]>;
}

const cutOf = (day: string, all: readonly ReleasePerson[], given: Given = {}): ReleaseCut =>
  cutRelease({
    ...{ release: { id: day, day }, facts: { groups, people: all }, dimensions: [0, 1], k: 5 },
    ...{ individualAccess: new Set<string>(), previous: null, history: new Map(), ...given },
  });
const shown = (cut: ReleaseCut, dimension = 0) =>
  releasedRows({ cut, dimension }, null).map(({ id, figures }) => `${id} ${figures?.assessed ?? 'locked'}`);

describe('whose standing rating could be read', () => {
  const all = [...people('a', 5), ...people('b', 8)];

  it('is counted, but makes no row large enough', () => {
    expect(shown(cutOf('2026-04-30', all))).toEqual(['a 5', 'b 8']);
    expect(shown(cutOf('2026-04-30', all, { lastRead: new Map([['a0', '2026-03-10']]) }))).toEqual([]);
    expect(shown(cutOf('2026-04-30', all, { lastRead: new Map([['b0', '2026-03-31']]) }))).toEqual([
      'a 5',
      'b 8',
    ]);
  });

  it('is forgotten in a dimension that was rated again since', () => {
    const lastRead = new Map([['a0', '2026-03-31']]);
    const again = [...people('a', 5, ['2026-04-01 manager']), ...people('b', 8)];
    const cut = cutOf('2026-04-30', again, { lastRead });
    expect(shown(cut)).toEqual(['a 5', 'b 8']);
    expect(shown(cut, 1)).toEqual([]);
  });

  it('hides a block of before that fewer than k others are left of', () => {
    const history = new Map([['2026-04-30', all]]);
    const previous = cutOf('2026-04-30', all);
    const lastRead = new Map([['a0', '2026-05-10']]);
    expect(shown(cutOf('2026-05-31', all, { previous, history }))).toEqual(['a 5', 'b 8']);
    expect(shown(cutOf('2026-05-31', all, { previous, history, lastRead }))).toEqual([]);
  });

  it('is no event that lets figures change, and one that keeps figures from changing by it alone', () => {
    const big = [...people('a', 8), ...people('b', 8)];
    const history = new Map([['2026-04-30', big]]);
    const previous = cutOf('2026-04-30', big);
    const rated = (count: number) => [
      ...people(
        'a',
        8,
        Array.from({ length: count }, () => '2026-05-02 manager'),
      ),
      ...people('b', 8),
    ];
    const day = (count: number, lastRead?: ReadonlyMap<string, string>) =>
      releasedRows(
        {
          cut: cutOf('2026-05-31', rated(count), { previous, history, ...(lastRead ? { lastRead } : {}) }),
          dimension: 0,
        },
        null,
      )[0]?.newestOn;
    const lastRead = new Map([['a0', '2026-05-03']]);
    expect([day(5), day(5, lastRead), day(6, lastRead)]).toEqual(['2026-05-31', '2026-04-30', '2026-05-31']);
  });
});

describe('what is known of a rating', () => {
  it('ends with the next one, also where the old figure stands because of it', () => {
    const facts = (mark: string) => {
      const marks = Array.from({ length: 8 }, () => `${mark} manager`);
      return [...people('a', 6, marks), ...people('b', 8, marks)];
    };
    const lastRead = new Map([
      ['a0', '2026-04-20'],
      ['a1', '2026-04-20'],
    ]);
    const history = new Map<string, readonly ReleasePerson[]>();
    let previous: ReleaseCut | undefined;
    const shownOf = ['2026-03-05', '2026-05-05', '2026-06-05', '2026-07-05'].map((mark) => {
      const [day, all] = [`${mark.slice(0, 8)}28`, facts(mark)];
      const isFirst = previous === undefined;
      previous = cutOf(day, all, {
        ...(previous ? { previous } : {}),
        history,
        ...(isFirst ? {} : { lastRead }),
      });
      history.set(day, all);
      return shown(previous).join();
    });
    expect(shownOf).toEqual(Array.from({ length: 4 }, () => 'a 6,b 8'));
  });

  it('counts when k is raised at a reading, without a new cut', () => {
    const all = [...people('a', 8), ...people('b', 8), ...people('c', 8)];
    const lastRead = new Map(['a0', 'a1', 'a2'].map((id) => [id, '2026-04-20']));
    const cut = cutOf('2026-04-30', all, { lastRead });
    expect(shown(cut)).toEqual(['a 8', 'b 8', 'c 8']);
    expect(shown(coarsenCut(cut, 7))).toEqual(['a locked', 'b locked', 'c 8']);
    expect(shown(coarsenCut(cutOf('2026-04-30', all), 7))).toEqual(['a 8', 'b 8', 'c 8']);
  });
});

describe('moves of somebody who could be read in the quarter', () => {
  const moves = (net: number) => ({ people: 1, pairs: 1, rises: net, falls: 0, net });
  const five = people('a', 5).map((one, at) => ({ ...one, moves: moves(at % 2) }));
  const input = {
    release: { id: 'r', day: '2026-03-31' },
    people: five,
    k: 5,
    individualAccess: new Set<string>(),
  };
  const cut = (last: string) =>
    cutMoves({ ...input, previous: null, history: new Map(), lastRead: new Map([['a0', last]]) });

  it('count towards no k', () => {
    expect(cut('2026-03-09')?.unknown).toBe(5);
    expect(cut('2026-03-10')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { addMonths } from '~/shared/calendar-day';
import { cutRelease } from './cut-release';
import type { ReleaseCut } from './release-cut';
import type { ReleaseFacts, ReleasePerson } from './release-facts';
import { releasedRows } from './released-rows';

const K = 5;

/** Releases of one viewer in a row; each call adds one. */
class Series {
  readonly cuts: ReleaseCut[] = [];
  private readonly history = new Map<string, readonly ReleasePerson[]>();

  add(facts: ReleaseFacts, access: readonly string[] = []): this {
    const number = this.cuts.length;
    const release = { id: `r${number}`, day: addMonths('2026-01-31', number) };
    const individualAccess = new Set(access);
    const previous = this.cuts.at(-1) ?? null;
    const rules = { dimensions: [0], k: K, individualAccess, previous, history: this.history };
    this.cuts.push(cutRelease({ release, facts, ...rules }));
    this.history.set(release.id, facts.people);
    return this;
  }

  /** Each shown row as "assessed mean month". */
  shown(parent: string | null = null): Record<string, string | null> {
    const cut = this.cuts.at(-1);
    if (cut === undefined) return {};
    return Object.fromEntries(
      releasedRows({ cut, dimension: 0 }, parent).map((row) => [
        row.id ?? '',
        row.figures === null
          ? null
          : `${row.figures.assessed} ${row.figures.mean} ${row.oldestOn?.slice(5, 7)}`,
      ]),
    );
  }
}

const LEVELS: readonly Level[] = [1, 2, 3, 4];
function team(groupId: string, size: number): ReleasePerson[] {
  return Array.from({ length: size }, (_, index) => ({
    employeeId: `${groupId}${index}`,
    groupId,
    levels: [LEVELS[index % 4] ?? 0],
    targets: [3],
    ratings: ['2025-12-01'],
  }));
}
const groups = (...paths: string[]) =>
  paths.map((path) => {
    const [id = '', parentId = null] = path.split('/').reverse();
    return { id, parentId, name: id };
  });
/** The first people of the team, changed. */
function change(people: ReleasePerson[], group: string, count: number, to: Partial<ReleasePerson>) {
  const chosen = new Set(people.filter((one) => one.groupId === group).slice(0, count));
  return people.map((one) => (chosen.has(one) ? { ...one, ...to } : one));
}
const rated = (level: Level) => ({ levels: [level], ratings: ['2026-02-10'] });

const tree = groups('a', 'b');
const start = [...team('a', 8), ...team('b', 12)];

describe('a block over time', () => {
  it('keeps figures and date under k events, all counted since the figures it shows', () => {
    const series = new Series().add({ groups: tree, people: start });
    expect(series.shown()).toEqual({ a: '8 2.5 01', b: '12 2.5 01' });
    const four = change(start, 'a', 4, rated(4));
    expect(series.add({ groups: tree, people: four }).shown()).toEqual({ a: '8 2.5 01', b: '12 2.5 01' });
    const five = change(start, 'a', 5, rated(4));
    expect(series.add({ groups: tree, people: five }).shown()).toEqual({ a: '8 3.6 03', b: '12 2.5 01' });
  });

  it('takes new figures when k people left, moved together or got another target', () => {
    const shownAfter = (people: ReleasePerson[]) =>
      new Series().add({ groups: tree, people: start }).add({ groups: tree, people }).shown();
    expect(
      shownAfter(start.filter((one) => !['b0', 'b1', 'b2', 'b3', 'b4'].includes(one.employeeId))),
    ).toEqual({
      a: '8 2.5 01',
      b: '7 2.7 02',
    });
    expect(shownAfter(change(start, 'b', 6, { groupId: 'a' }))).toEqual({ a: '14 2.4 02', b: '6 2.8 02' });
    expect(shownAfter(change(start, 'b', 5, { targets: [4] }))).toMatchObject({ b: '12 2.5 02' });
    expect(shownAfter(change(start, 'b', 4, { targets: [4] }))).toMatchObject({ b: '12 2.5 01' });
  });

  it('does not let k moves carry the change of one level', () => {
    const moved = change(start, 'b', 6, { groupId: 'a' });
    const one = moved.map((person) => (person.employeeId === 'a7' ? { ...person, ...rated(0) } : person));
    const series = new Series().add({ groups: tree, people: start }).add({ groups: tree, people: one });
    expect(series.shown()).toMatchObject({ a: '8 2.5 01' });
  });

  it('remembers what was shown of a team that was merged away', () => {
    const gone = groups('b', 'c');
    const people = [...start, ...team('c', 8)];
    const merged = change(people, 'a', 8, { groupId: 'b' });
    const oneRated = merged.map((one) => (one.employeeId === 'b11' ? { ...one, ...rated(0) } : one));
    const series = new Series().add({ groups: groups('a', 'b', 'c'), people });
    series.add({ groups: gone, people: oneRated }).add({ groups: gone, people: oneRated });
    expect(series.shown()).toMatchObject({ b: '12 2.5 01' });
    const manyRated = change(oneRated, 'b', 6, rated(2));
    expect(series.add({ groups: gone, people: manyRated }).shown()).toMatchObject({ b: '20 2.3 04' });
  });
});

describe('a redrawn tree', () => {
  const split = groups('a', 'b', 'b/b1', 'b/b2');
  const halves = (people: ReleasePerson[]) =>
    change(change(people, 'b', 6, { groupId: 'b1' }), 'b', 6, { groupId: 'b2' });

  it('splits a block when everyone of it moved and nothing else happened', () => {
    const series = new Series().add({ groups: tree, people: start });
    series.add({ groups: split, people: halves(start) });
    expect(series.shown('b')).toEqual({ b1: '6 2.2 02', b2: '6 2.8 02' });
    expect(series.shown()).toEqual({ a: '8 2.5 01', b: '12 2.5 02' });
  });

  it('keeps the old cut when the split would carry the change of one', () => {
    const series = new Series().add({ groups: tree, people: start });
    const people = halves(start).map((one) => (one.employeeId === 'b0' ? { ...one, ...rated(4) } : one));
    series.add({ groups: split, people });
    expect(series.shown('b')).toEqual({});
    expect(series.shown()).toEqual({ a: '8 2.5 01', b: '12 2.5 01' });
  });

  it('merges only when each side has k events', () => {
    const series = new Series().add({
      groups: split,
      people: [...start.slice(0, 8), ...halves(start).slice(8)],
    });
    expect(series.shown('b')).toEqual({ b1: '6 2.2 01', b2: '6 2.8 01' });
    const leavers = new Set(['b0', 'b1', 'b2']);
    const fewer = halves(start).filter((one) => !leavers.has(one.employeeId));
    expect(series.add({ groups: split, people: fewer }).shown('b')).toEqual({
      b1: '6 2.2 01',
      b2: '6 2.8 01',
    });
    const onlyOne = change(fewer, 'b1', 3, rated(1));
    expect(series.add({ groups: split, people: onlyOne }).shown('b')).toEqual({
      b1: '6 2.2 01',
      b2: '6 2.8 01',
    });
    const both = change(onlyOne, 'b2', 6, rated(3));
    expect(series.add({ groups: split, people: both }).shown('b')).toEqual({});
    expect(series.shown()).toEqual({ a: '8 2.5 01', b: '9 2.3 04' });
  });
});

describe('a family that is kept', () => {
  it('does not take new figures that would be too small', () => {
    const split = groups('a', 'b', 'b/b1', 'b/b2');
    const people = [...team('a', 8), ...team('b1', 6), ...team('b2', 6)];
    const series = new Series().add({ groups: split, people });
    series.add({ groups: split, people: change(people, 'b1', 6, rated(1)) });
    expect(series.shown('b')).toEqual({ b1: '6 2.2 01', b2: '6 2.2 01' });
  });

  it('is not redrawn when a piece of few people could be worked out', () => {
    const people = [...team('a', 14), ...team('b', 12)];
    const series = new Series().add({ groups: tree, people });
    const first = change(people, 'b', 9, { groupId: 'b1' });
    const moved = change(change(first, 'b', 3, { groupId: 'b2' }), 'a', 5, { groupId: 'b2' });
    series.add({ groups: groups('a', 'b', 'b/b1', 'b/b2'), people: moved });
    expect(series.shown('b')).toEqual({});
    expect(series.shown()).toMatchObject({ b: '12 2.5 01' });
  });
});

describe('people who become known to the viewer', () => {
  it('are nobody\u2019s event, and are not counted when figures are new', () => {
    const series = new Series().add({ groups: tree, people: start });
    const known = ['b0', 'b1', 'b2', 'b3', 'b4'];
    series.add({ groups: tree, people: change(start, 'b', 5, rated(0)) }, known);
    expect(series.shown()).toEqual({ a: '8 2.5 01', b: '12 2.5 01' });
    const others = change(start, 'b', 10, rated(3));
    expect(series.add({ groups: tree, people: others }, known).shown()).toEqual({
      a: '8 2.5 01',
      b: '7 3.1 03',
    });
  });

  it('do not blur the change of one when they are no longer known', () => {
    const known = ['b0', 'b1', 'b2', 'b3', 'b4'];
    const series = new Series().add({ groups: tree, people: start }, known);
    expect(series.shown()).toMatchObject({ b: '7 2.7 01' });
    const later = start.map((one) => {
      if (['b5', 'b6', 'b7', 'b8', 'b9'].includes(one.employeeId)) return { ...one, targets: [4 as const] };
      return one.employeeId === 'b10' ? { ...one, ...rated(0) } : one;
    });
    expect(series.add({ groups: tree, people: later }).shown()).toMatchObject({ b: '7 2.7 01' });
  });
});

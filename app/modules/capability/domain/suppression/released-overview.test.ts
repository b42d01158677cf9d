import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { DEFAULT_CONSTANTS } from '../constants';
import { strengthFromUnits, strengthUnits } from '../strength-units';
import { cutMoves } from './cut-moves';
import { cutRelease } from './cut-release';
import type { ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { releasedCoverage, releasedTrust, releasedVelocity } from './released-overview';

const K = 5;
const groups = ['top', 'a', 'b'].map((id) => ({ id, parentId: id === 'top' ? null : 'top', name: id }));
const RELEASE = { id: 'r1', day: '2026-03-31' };

interface Made {
  readonly holds?: Level | null;
  readonly target?: Level | null;
  readonly units?: number;
}

const person = (id: string, groupId: string, made: Made = {}): ReleasePerson => {
  const { holds = null, target = 2, units = 0 } = made;
  const at = Number(id.replace(/\D/g, ''));
  return {
    ...{ employeeId: id, groupId, levels: [(at % 4) as Level], targets: [target], ratings: [`first ${id}`] },
    ...{ holds: [holds], strengths: [target === null ? null : units] },
  };
};
const many = (group: string, n: number, made: (at: number) => Made = () => ({})) =>
  Array.from({ length: n }, (_, at) => person(`${group}${at}`, group, made(at)));
const cutOf = (people: readonly ReleasePerson[], access: readonly string[] = []): ReleaseCut =>
  cutRelease({
    ...{ release: RELEASE, facts: { groups, people }, dimensions: [0], k: K },
    ...{ individualAccess: new Set(access), previous: null, history: new Map() },
  });
const asked = (groupId: string, level: Level = 2) => ({ groupId, dimension: 0, level });
const coverage = (people: readonly ReleasePerson[], of: readonly string[], access: readonly string[] = []) =>
  releasedCoverage({ cut: cutOf(people, access), requirements: of.map((group) => asked(group)) });

describe('released coverage', () => {
  const held = (n: number) => (at: number) => ({ holds: at < n ? (3 as const) : null });

  it('counts what two hold, and says nothing finer than held', () => {
    const both = (a: number, b: number) =>
      coverage([...many('a', 10, held(a)), ...many('b', 10, held(b))], ['a', 'b']);
    expect(both(0, 0)?.share).toEqual({ step: 'third', third: 1 });
    expect(both(1, 0)).toEqual(both(0, 0));
    expect(both(2, 0)?.share).toEqual({ step: 'third', third: 2 });
    expect(both(9, 2)).toEqual(both(2, 2));
    expect(both(2, 2)?.share).toEqual({ step: 'third', third: 3 });
  });

  it('asks for 2k people, and tells of no group that is hidden', () => {
    expect(coverage([...many('a', 9, held(5)), ...many('b', 12)], ['a'])).toBeNull();
    expect(coverage([...many('a', 3, held(3)), ...many('b', 30)], ['a'])).toBeNull();
  });

  it('counts of teams within each other the smaller one: no difference of two answers is told', () => {
    const people = [...many('a', 10, held(1)), ...many('b', 10, held(1))];
    expect(coverage(people, ['top', 'a', 'b'])).toMatchObject({ told: 2, asked: 3, share: { third: 1 } });
    expect(coverage(people, ['top'])).toMatchObject({ told: 1, share: { third: 3 } });
  });

  it('leaves out whom the viewer reads one by one', () => {
    const people = [...many('a', 12, held(2)), ...many('b', 12)];
    expect(coverage(people, ['a'])?.share).toEqual({ step: 'third', third: 3 });
    expect(coverage(people, ['a'], ['a0'])?.share).toEqual({ step: 'third', third: 1 });
  });
});

describe('released trust', () => {
  it('is a coarse band around strength / pairs of the blocks with k people with a target', () => {
    const strength = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(strength, { minLength: 8, maxLength: 60, size: 'max' }), (given) => {
        const units = given.map((trust) => strengthUnits(RELEASE.day, trust, DEFAULT_CONSTANTS));
        const cut = cutOf(many('a', given.length, (at) => ({ units: units[at] ?? 0 })));
        const found = releasedTrust(cut, DEFAULT_CONSTANTS);
        if (cut.dimensions[0]?.blocks.length === 0) return expect(found).toBeNull();
        const sum = units.reduce((total, one) => total + one, 0);
        const value = strengthFromUnits(sum, RELEASE.day, DEFAULT_CONSTANTS) / given.length;
        if (found?.share.step === 'third') {
          expect(value).toBeGreaterThanOrEqual((found.share.third - 1) / 3 - 1e-6);
          expect(value).toBeLessThanOrEqual(found.share.third / 3 + 1e-6);
        } else
          expect(
            Math.abs(Math.min(0.9, Math.max(0.1, value)) - (found?.share.percent ?? 0) / 100),
          ).toBeLessThan(0.0501);
      }),
    );
  });

  it('is nothing where fewer than k have a target', () => {
    const people = many('a', 20, (at) => ({ target: at < 4 ? 2 : null, units: 500 }));
    expect(releasedTrust(cutOf(people), DEFAULT_CONSTANTS)).toBeNull();
  });
});

const moved = (id: string, net: number): ReleasePerson => ({
  ...person(id, 'a'),
  moves: { people: 1, pairs: 1, rises: net > 0 ? 1 : 0, falls: net < 0 ? 1 : 0, net },
});

/** Cuts in a row; each call adds one, a month later in the same quarter unless told. */
class Quarter {
  cut: ReleaseCut | null = null;
  private readonly history = new Map<string, readonly ReleasePerson[]>();
  private number = 0;

  add(people: readonly ReleasePerson[], access: readonly string[] = [], day = '2026-02-28') {
    this.number += 1;
    const release = { id: `r${this.number}`, day };
    const individualAccess = new Set(access);
    const input = { release, people, k: K, individualAccess, previous: this.cut, history: this.history };
    const moves = cutMoves(input);
    const leftOut = { ...this.cut?.leftOut, [release.id]: [...access] };
    this.cut = { release: release.id, day, k: K, dimensions: [], leftOut, ...(moves ? { moves } : {}) };
    this.history.set(release.id, people);
    return releasedVelocity(this.cut);
  }
}
const nets = (...levels: readonly number[]) => levels.map((net, at) => moved(`p${at}`, net));

describe('released velocity', () => {
  it('is shown from k people who did not all move alike', () => {
    expect(new Quarter().add(nets(1, 0, 1, -1))).toBeNull();
    expect(new Quarter().add(nets(1, 1, 1, 1, 1))).toBeNull();
    expect(new Quarter().add(nets(1, 0, 1, 0, 1, 1))).toEqual({ value: 70, people: 6, day: '2026-02-28' });
  });

  it('takes nothing new from fewer than k people, and all of it from k', () => {
    const quarter = new Quarter();
    const start = nets(1, 0, 1, 0, 1);
    const before = quarter.add(start);
    const later = (n: number) => [...start, ...Array.from({ length: n }, (_, at) => moved(`q${at}`, -1))];
    expect(quarter.add(later(4))).toEqual(before);
    expect(quarter.add(later(5))).toMatchObject({ value: -20, people: 10 });
  });

  it('counts nobody towards k whom the viewer reads or could read, and hides what has become known', () => {
    const quarter = new Quarter();
    const before = quarter.add(nets(1, 0, 1, 0, 1, 0));
    expect(before).not.toBeNull();
    expect(quarter.add(nets(1, 0, 1, 0, 1, 0), ['p0'])).toEqual(before);
    expect(quarter.add(nets(1, 0, 1, 0, 1, 0), ['p0', 'p1'])).toBeNull();
    const known = new Quarter();
    expect(known.add(nets(1, 0, 1, 0, 1), ['p0'])).toBeNull();
  });

  it('takes moves of another quarter for new ones, also where they are the same numbers', () => {
    const quarter = new Quarter();
    quarter.add(nets(1, 0, 1, 0, 1));
    expect(quarter.add(nets(1, 0, 1, 0, 1), [], '2026-04-30')).toMatchObject({ day: '2026-04-30' });
  });
});

describe('an attacker of released velocity', () => {
  it('finds behind no difference of two figures fewer than k people unknown', () => {
    const round = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: -2, max: 2 })), { maxLength: 12 });
    const access = fc.array(fc.nat(11), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(round, access), { minLength: 2, maxLength: 12 }), (rounds) => {
        const quarter = new Quarter();
        const now = new Map<string, number>();
        const known = new Set<string>();
        let before: ReadonlyMap<string, number> = new Map();
        for (const [changes, readable] of rounds) {
          for (const [at, net] of changes) now.set(`p${at}`, net);
          const access = readable.map((at) => `p${at}`);
          for (const id of access) known.add(id);
          quarter.add(
            [...now].map(([id, net]) => moved(id, net)),
            access,
          );
          const moves = quarter.cut?.moves;
          if (!moves?.shown || moves.release !== quarter.cut?.release) continue;
          const after = new Map([...now].filter(([id]) => !access.includes(id)));
          const ids = [...new Set([...after.keys(), ...before.keys()])];
          const differ = ids.filter((id) => before.get(id) !== after.get(id) && !known.has(id));
          expect(differ.length).toBeGreaterThanOrEqual(K);
          before = after;
        }
      }),
    );
  });
});

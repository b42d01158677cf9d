import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { cutRelease } from './cut-release';
import type { ReleasePerson } from './release-facts';
import { coarseShare } from './released-figures';
import { releasedRows } from './released-rows';
import { tellsLevels } from './tells-levels';

type Pair = readonly [level: number, target: number | null];
const rated = (pairs: readonly Pair[]) =>
  pairs.map(([level, target]) => ({ level: level as Level, target: target as Level | null }));
/** As five or six people are told: in thirds. */
const bandOf = (part: number, all: number) => JSON.stringify(coarseShare(part, all, 5));
function tells(...pairs: readonly Pair[]): boolean {
  const reached = pairs.filter(([level, target]) => target !== null && level >= target).length;
  const withTarget = pairs.filter(([, target]) => target !== null).length;
  const isSame = (other: number) =>
    other >= 0 && other <= withTarget && bandOf(other, withTarget) === bandOf(reached, withTarget);
  return tellsLevels(rated(pairs), { k: 5, canGain: isSame(reached + 1), canLose: isSame(reached - 1) });
}

/** All levels that people with these targets may have, with the same sum and numbers at target that are told alike. */
function* worlds(
  targets: readonly (number | null)[],
  sum: number,
  isTold: (atTarget: number) => boolean,
  found = 0,
): Generator<number[]> {
  const [target, ...others] = targets;
  if (target === undefined) {
    if (sum === 0 && isTold(found)) yield [];
    return;
  }
  for (let level = 0; level <= Math.min(4, sum); level += 1) {
    const reached = target !== null && level >= target ? 1 : 0;
    for (const rest of worlds(others, sum - level, isTold, found + reached)) yield [level, ...rest];
  }
}

describe('mean and share of five people', () => {
  it('tell levels at the least and at the largest sum that the share allows', () => {
    expect(tells([3, 3], [1, 1], [0, 3], [1, 1], [1, 1])).toBe(true);
    expect(tells([2, 3], [4, 3], [4, 2], [4, 1], [2, 3])).toBe(true);
  });

  it('tell nothing where all are at their targets: one fewer would be told alike', () => {
    expect(tells([1, 1], [1, 1], [1, 1], [1, 1], [3, 3])).toBe(false);
  });

  it('tell nothing between, nor where all have one target', () => {
    expect(tells([3, 3], [2, 1], [1, 3], [1, 1], [3, 1])).toBe(false);
    expect(tells([4, 3], [4, 3], [2, 3], [2, 3], [2, 3])).toBe(false);
  });

  it('say of no set of fewer people that it is open, when every world has the same sum of it', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 3 })));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 5, maxLength: 6 }), (pairs) => {
        if (tells(...pairs)) return;
        const targets = pairs.map(([, target]) => target);
        const atTarget = pairs.filter(([level, target]) => target !== null && level >= target).length;
        const sum = pairs.reduce((total, [level]) => total + level, 0);
        const withTarget = targets.filter((target) => target !== null).length;
        const told = bandOf(atTarget, withTarget);
        const all = [...worlds(targets, sum, (other) => bandOf(other, withTarget) === told)];
        for (const wanted of new Set(targets)) {
          const own = targets.flatMap((target, at) => (target === wanted ? [at] : []));
          if (own.length >= 5) continue;
          const sums = new Set(all.map((levels) => own.reduce((total, at) => total + (levels[at] ?? 0), 0)));
          expect(sums.size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a row whose share would tell levels', () => {
  const groups = ['a', 'b'].map((id) => ({ id, parentId: 'top', name: id }));
  const people = (groupId: string, pairs: readonly Pair[]): ReleasePerson[] =>
    rated(pairs).map(({ level, target }, at) => ({
      ...{
        employeeId: `${groupId}${at}`,
        groupId,
        levels: [level],
        targets: [target],
        ratings: ['2026-01-01 manager'],
      },
    }));
  const told: readonly Pair[] = [
    [3, 3],
    [1, 1],
    [0, 3],
    [1, 1],
    [1, 1],
  ];
  const open: readonly Pair[] = [
    [4, 2],
    [3, 2],
    [2, 2],
    [1, 2],
    [0, 2],
    [1, 2],
  ];
  const rowsOf = (one: readonly Pair[], read: readonly string[] = []) => {
    const cut = cutRelease({
      ...{ release: { id: 'r', day: '2026-01-31' }, dimensions: [0], k: 5, previous: null },
      facts: {
        groups: [{ id: 'top', parentId: null, name: 'Top' }, ...groups],
        people: [...people('a', one), ...people('b', open)],
      },
      ...{ individualAccess: new Set<string>(), history: new Map() },
      lastRead: new Map(read.map((id) => [id, '2026-12-31'])),
    });
    return ['top', null].flatMap((parent) =>
      releasedRows({ cut, dimension: 0 }, parent).map(
        ({ id, figures }) => `${id} ${figures?.assessed} ${figures?.atTarget ? 'share' : 'no share'}`,
      ),
    );
  };

  it('has none, nor have rows of few people with it, from whose share its own would follow', () => {
    expect(rowsOf(told)).toEqual(['a 5 no share', 'b 6 share', 'top 11 no share']);
    expect(
      rowsOf([
        [3, 3],
        [2, 1],
        [1, 3],
        [1, 1],
        [3, 1],
      ]),
    ).toEqual(['a 5 share', 'b 6 share', 'top 11 share']);
  });

  it('has none where it would with those that the viewer has read', () => {
    const six: readonly Pair[] = [...told, [3, 1]];
    expect(rowsOf(six)).toEqual(['a 6 share', 'b 6 share', 'top 12 share']);
    expect(rowsOf(six, ['a5'])).toEqual(['a 6 no share', 'b 6 share', 'top 12 no share']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { areFiguresSafe, countEvents } from './block-events';
import { cutRelease } from './cut-release';
import type { Contribution } from './population';
import type { ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { releasedRows } from './released-rows';
import { AI_USE } from './tree-dimensions';

const K = 5;
const one = (level: Level, exposure: number | null, rating = 'first'): Contribution => ({
  ...{ groupId: 'a', level, target: 3, rating, exposure },
});
const among = (people: readonly Contribution[]) =>
  new Map(people.map((person, at) => [`p${at}`, person] as const));
const events = (
  then: readonly Contribution[],
  now: readonly Contribution[],
  known: readonly string[] = [],
) => {
  const { any, pairs, weighted, reweighed } = countEvents(among(then), among(now), {
    before: new Set(known),
    after: new Set(known),
  });
  return { any: any.unknown, pairs: pairs.unknown, weighted: weighted.unknown, reweighed: reweighed.unknown };
};
const heads = (unknown: number, known = 0) => ({ all: unknown + known, unknown });

describe('events of weighted figures', () => {
  it('are counted over people with a weight alone', () => {
    const then = [one(1, 900), one(1, 0), one(1, null)];
    expect(events(then, then)).toEqual({ any: 0, pairs: 0, weighted: 0, reweighed: 0 });
    const now = then.map((person) => ({ ...person, level: 2 as const, rating: 'again' }));
    expect(events(then, now)).toEqual({ any: 3, pairs: 3, weighted: 1, reweighed: 0 });
    expect(events(then, [])).toMatchObject({ any: 3, weighted: 1 });
    expect(events(then, now, ['p0'])).toEqual({ any: 2, pairs: 2, weighted: 0, reweighed: 0 });
    expect(events([one(1, 900)], [one(1, 950)])).toEqual({ any: 0, pairs: 0, weighted: 0, reweighed: 1 });
  });

  it('let a block take new figures from none or from k of them', () => {
    const counts = { any: heads(9), pairs: heads(9), weighted: heads(0), reweighed: heads(0) };
    const isSafe = (changed: Partial<typeof counts>, hasWeighted = true) =>
      areFiguresSafe({ ...counts, ...changed }, { k: K, hasWeighted });
    expect(isSafe({})).toBe(true);
    expect(isSafe({ weighted: heads(4) })).toBe(false);
    expect(isSafe({ weighted: heads(5), reweighed: heads(2) })).toBe(true);
    expect(isSafe({ reweighed: heads(1) })).toBe(false);
    expect(isSafe({ pairs: heads(4) })).toBe(false);
    expect(isSafe({ weighted: heads(4), reweighed: heads(1) }, false)).toBe(true);
    expect(isSafe({ pairs: heads(4) }, false)).toBe(false);
    expect(isSafe({ pairs: heads(0, 1) }, false)).toBe(false);
    expect(isSafe({ pairs: heads(5, 1) }, false)).toBe(true);
    expect(isSafe({ weighted: heads(0, 1) })).toBe(false);
  });
});

describe('a block of AI use', () => {
  const LEVELS: readonly Level[] = [0, 1, 2, 3];
  const person = (at: number, level: Level, rating = 'first', exposed = 12): ReleasePerson => {
    const fill = <T>(value: T) => Array.from({ length: AI_USE + 1 }, () => value);
    const exposure = at < exposed ? 1_000 : null;
    return {
      employeeId: `p${at}`,
      groupId: 'a',
      levels: fill(level),
      targets: fill(3 as Level),
      ratings: fill(rating),
      exposure,
    };
  };
  const startOf = (exposed: number) =>
    Array.from({ length: 24 }, (_, at) => person(at, LEVELS[at % 4] ?? 0, 'first', exposed));
  const dayAfter = (changed: (at: number) => boolean, [before, after] = [12, 12]) => {
    const start = startOf(before);
    const cutOf = (people: readonly ReleasePerson[], previous: ReleaseCut | null): ReleaseCut =>
      cutRelease({
        release: { id: previous ? 'r2' : 'r1', day: previous ? '2026-02-28' : '2026-01-31' },
        facts: { groups: [{ id: 'a', parentId: null, name: 'a' }], people },
        ...{ dimensions: [AI_USE], k: K, individualAccess: new Set<string>(), previous },
        history: new Map([['r1', start]]),
      });
    const later = startOf(after).map((held, at) => (changed(at) ? person(at, 3, 'again', after) : held));
    const cut = cutOf(later, cutOf(start, null));
    return releasedRows({ cut, dimension: AI_USE }, null)[0]?.newestOn;
  };

  it('stays as it was while fewer than k people with a weight are rated anew among k others', () => {
    expect(dayAfter((at) => at >= 11)).toBe('2026-01-31');
    expect(dayAfter((at) => at >= 12)).toBe('2026-02-28');
    expect(dayAfter((at) => at >= 7)).toBe('2026-02-28');
  });

  it('does not stand still for people with a weight who are too few for a weighted figure', () => {
    const all = (at: number) => at !== 20;
    expect(dayAfter(all, [1, 1])).toBe('2026-02-28');
    expect(dayAfter(all, [4, 4])).toBe('2026-02-28');
    expect(dayAfter((at) => at >= 2, [4, 4])).toBe('2026-02-28');
    expect(dayAfter((at) => at >= 5, [4, 7])).toBe('2026-01-31');
    expect(dayAfter((at) => at >= 5, [7, 4])).toBe('2026-01-31');
    expect(dayAfter(all, [4, 7])).toBe('2026-02-28');
  });
});

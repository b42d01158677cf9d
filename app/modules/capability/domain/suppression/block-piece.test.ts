import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { DEFAULT_CONSTANTS } from '../constants';
import { strengthUnits } from '../strength-units';
import { coarsenCut } from './coarsen-cut';
import { cutRelease } from './cut-release';
import type { ReleaseCut } from './release-cut';
import type { ReleasePerson } from './release-facts';
import { releasedTrust } from './released-overview';
import { releasedTotal } from './released-rows';
import { AI_USE } from './tree-dimensions';

const DAYS = ['2025-01-31', '2026-07-31'] as const;
const groups = ['a', 'b'].map((id) => ({ id, parentId: null, name: id }));

interface Made {
  readonly group: string;
  readonly level: Level;
  readonly rating: string;
  readonly units?: number;
  readonly exposure?: number;
}

const fill = <T>(value: T) => Array.from({ length: AI_USE + 1 }, () => value);
const person = (employeeId: string, made: Made): ReleasePerson => ({
  ...{ employeeId, groupId: made.group, levels: fill(made.level), targets: fill(2 as Level) },
  ...{ ratings: fill(made.rating), exposure: made.exposure ?? 0 },
  ...{ holds: fill(null), strengths: fill(made.units ?? 0) },
});

function cutAfter(releases: readonly (readonly ReleasePerson[])[], k: number): ReleaseCut {
  let previous: ReleaseCut | null = null;
  const history = new Map<string, readonly ReleasePerson[]>();
  for (const [at, people] of releases.entries()) {
    const release = { id: `r${at}`, day: DAYS[at] ?? '' };
    previous = cutRelease({
      ...{ release, facts: { groups, people }, dimensions: [AI_USE], k, previous, history },
      individualAccess: new Set(),
    });
    history.set(release.id, people);
  }
  if (previous === null) throw new Error('no release');
  return previous;
}

describe('blocks that are joined', () => {
  /** Ten people in a, rated at the first release, and ten in b, rated again at the second, a half-life later. */
  const trustOf = (a: number, b: number) => {
    const team = (group: string, [rated, trust]: readonly [number, number]) =>
      Array.from({ length: 10 }, (_, at) => {
        const units = strengthUnits(DAYS[rated] ?? '', trust, DEFAULT_CONSTANTS);
        return person(`${group}${at}`, { group, level: (at % 3) as Level, rating: `r${rated}`, units });
      });
    const cut = cutAfter(
      [
        [...team('a', [0, a]), ...team('b', [0, b])],
        [...team('a', [0, a]), ...team('b', [1, b])],
      ],
      5,
    );
    const joined = JSON.parse(JSON.stringify(coarsenCut(cut, 15))) as ReleaseCut;
    expect(joined.dimensions[0]?.blocks.map(({ parts }) => parts.length)).toEqual([2]);
    return releasedTrust(joined, DEFAULT_CONSTANTS)?.share;
  };

  it('have the strength of each part as of its own day', () => {
    expect(trustOf(200, 400)).toEqual({ step: 'third', third: 1 });
    expect(trustOf(500, 300)).toEqual({ step: 'third', third: 2 });
  });

  it('tell no weighted figure where one had too few people with a weight to be asked about', () => {
    const people = groups.flatMap(({ id: group }) =>
      Array.from({ length: 6 }, (_, at) => {
        const exposure = at < 4 ? 1_000 : 0;
        return person(`${group}${at}`, { group, exposure, level: at < 4 ? 1 : 2, rating: 'first' });
      }),
    );
    const weighted = (cut: ReleaseCut) => releasedTotal({ cut, dimension: AI_USE }).readiness?.weighted;
    expect(weighted(cutAfter([people], 7))).toEqual({ step: 'third', third: 2 });
    const two = cutAfter([people], 5);
    expect(two.dimensions[0]?.blocks).toHaveLength(2);
    expect(weighted(two)).toBeNull();
    expect(coarsenCut(two, 7).dimensions[0]?.blocks).toHaveLength(1);
    expect(weighted(coarsenCut(two, 7))).toBeNull();
  });
});

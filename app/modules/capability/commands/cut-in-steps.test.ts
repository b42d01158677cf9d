import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { cutRelease } from '../domain/suppression/cut-release';
import type { ReleasePerson } from '../domain/suppression/release-facts';
import { cutInSteps } from './cut-in-steps';

const groups = ['a', 'b', 'c'].map((id) => ({ id, parentId: id === 'a' ? null : 'a', name: id }));

/** Levels in two dimensions; changed: those of the second one, for the people of c alone. */
function people(changed: boolean): ReleasePerson[] {
  return Array.from({ length: 30 }, (_, index) => {
    const groupId = groups[index % 3]?.id ?? '';
    const second = changed && groupId === 'c' ? 4 - (index % 5) : index % 5;
    const levels = [index % 4, second] as Level[];
    return {
      employeeId: `p${index}`,
      groupId,
      levels,
      targets: [2, 3] as Level[],
      ratings: levels.map((level) => `${level} ${second}`),
    };
  });
}

describe('a cut in steps', () => {
  it('is the cut in one go, also where dimensions show figures of different releases', async () => {
    const common = { k: 5, individualAccess: new Set(['p1', 'p4']) };
    const first = { ...common, release: { id: 'r1', day: '2026-01-31' }, previous: null };
    const teams = { facts: { groups, people: people(false) }, dimensions: [1, 0], history: new Map() };
    const one = cutRelease({ ...first, ...teams });
    expect(await cutInSteps({ ...first, trees: [teams] })).toEqual(one);
    const next = { ...common, release: { id: 'r2', day: '2026-02-28' }, previous: one };
    const later = {
      facts: { groups, people: people(true) },
      dimensions: [1, 0],
      history: new Map([['r1', people(false)]]),
    };
    const two = cutRelease({ ...next, ...later });
    expect(new Set(two.dimensions.flatMap(({ blocks }) => blocks.map((b) => b.parts[0]?.release))).size).toBe(
      2,
    );
    expect(await cutInSteps({ ...next, trees: [later] })).toEqual(two);
  });
});

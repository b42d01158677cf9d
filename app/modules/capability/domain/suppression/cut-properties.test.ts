import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '~/modules/frameworks/domain/level';
import { addSums, type BlockSums, isLargeEnough, sumPeople } from './block-sums';
import { coarsenCut } from './coarsen-cut';
import { cutRelease } from './cut-release';
import { type DimensionCut, type FamilyRow, type ReleaseCut, releasesInUse } from './release-cut';
import { type Edit, eachPair, keyOf, simulateReleases, type World } from './simulate-releases';

const level = fc.constantFrom<Level | null>(0, 1, 2, 2, 3, 4, null);
const world: fc.Arbitrary<World> = fc
  .record({
    parents: fc.array(fc.nat(20), { minLength: 1, maxLength: 8, size: 'max' }),
    people: fc.array(fc.record({ group: fc.nat(40), level, target: level }), { maxLength: 70, size: 'max' }),
    access: fc.array(fc.nat(69), { maxLength: 6 }),
  })
  .map(({ parents, people, access }) => ({
    groups: parents.map((parent, index) => ({
      id: `g${index}`,
      parentId: parent % (index + 1) === index ? null : `g${parent % (index + 1)}`,
      name: `Group ${index}`,
    })),
    people: people.map((person, index) => ({
      employeeId: `p${index}`,
      groupId: person.group % 9 === 8 ? null : `g${person.group % parents.length}`,
      levels: [person.level],
      targets: [person.target],
      ratings: [person.level === null ? null : `first ${index}`],
    })),
    access: new Set(access.map((index) => `p${index}`)),
  }));
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(
    ...(['rate', 'rate', 'rate', 'rate', 'target', 'move', 'leave', 'join'] as const),
    ...(['reparent', 'remove', 'add', 'access', 'lose', 'away', 'back'] as const),
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
});
const history = fc.tuple(
  world,
  fc.array(fc.array(edit, { maxLength: 40, size: 'max' }), { minLength: 1, maxLength: 4, size: 'max' }),
  fc.integer({ min: 3, max: 5 }),
);

/** Somebody is read while on leave, and is back when the access is lost. */
const some = (kind: Edit['kind'], b = 0): Edit => ({ kind, a: 0, b });
const READ_ON_LEAVE: [World, Edit[][], number] = [
  {
    groups: [{ id: 'g0', parentId: null, name: 'Group 0' }],
    people: [{ employeeId: 'p0', groupId: 'g0', levels: [0], targets: [0], ratings: ['first 0'] }],
    access: new Set(),
  },
  [
    [some('access'), some('away')],
    (['join', 'join', 'lose', 'join', 'back', 'away', 'join'] as const).map((kind, at) => some(kind, at % 5)),
  ],
  4,
];

const only = (cut: ReleaseCut): DimensionCut =>
  cut.dimensions[0] ?? { dimension: 0, blocks: [], families: [] };
const sumsOf = (cut: DimensionCut, row: FamilyRow): BlockSums =>
  addSums(row.blocks.flatMap((index) => cut.blocks[index]?.sums ?? []));
const total = (cut: DimensionCut): BlockSums => addSums(cut.blocks.map((block) => block.sums));

function expectSound(cut: DimensionCut, k: number): void {
  const rows = cut.families.flatMap((family) => family.rows);
  const keys = cut.blocks.flatMap((block) => block.rows.map((row) => row.key));
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  for (const block of cut.blocks) expect(isLargeEnough(block.sums, k)).toBe(true);
  for (const row of rows) {
    expect(row.blocks.length > 0).toBe(row.shown);
    if (row.shown) expect(isLargeEnough(sumsOf(cut, row), k)).toBe(true);
    else expect(cut.families.some((family) => row.kind === 'group' && family.parent === row.id)).toBe(false);
  }
  for (const family of cut.families) {
    const parent = rows.find((row) => row.kind === 'group' && row.id === family.parent);
    if (family.parent !== null) expect(parent?.shown).toBe(true);
    const whole = parent === undefined ? total(cut) : sumsOf(cut, parent);
    const shown = addSums(family.rows.filter((row) => row.shown).map((row) => sumsOf(cut, row)));
    const derived: BlockSums = {
      people: whole.people - shown.people,
      levels: whole.levels.map((n, at) => n - (shown.levels[at] ?? 0)) as unknown as BlockSums['levels'],
      pairs: whole.pairs - shown.pairs,
      atTarget: whole.atTarget - shown.atTarget,
    };
    if (derived.people > 0) expect(isLargeEnough(derived, k)).toBe(true);
  }
}

describe('a first release', () => {
  it('shows nothing small, and nothing small by subtraction', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 3, max: 6 }), (start, k) => {
        const [first] = simulateReleases(start, [], k);
        if (first !== undefined) expectSound(only(first.cut), k);
      }),
      { numRuns: 500 },
    );
  });

  it('counts in every row exactly the people beneath it who are not left out', () => {
    fc.assert(
      fc.property(world, (start) => {
        const [first] = simulateReleases(start, [], 3);
        if (first === undefined) return;
        const parents = new Map(start.groups.map((group) => [group.id, group.parentId]));
        const isBeneath = (id: string | null, above: string | null): boolean =>
          id === above || (id !== null && isBeneath(parents.get(id) ?? null, above));
        for (const row of only(first.cut).families.flatMap((family) => family.rows)) {
          const people = start.people.filter(
            (person) =>
              !start.access.has(person.employeeId) &&
              (row.kind === 'direct' ? person.groupId === row.id : isBeneath(person.groupId, row.id)),
          );
          expect(row.people).toBe(people.length);
          if (!row.shown) continue;
          const truth = people.map(({ levels, targets }) => ({
            level: levels[0] ?? null,
            target: targets[0] ?? null,
          }));
          const { noShare: _, ...counted } = sumsOf(only(first.cut), row);
          expect(counted).toEqual(sumPeople(truth));
        }
      }),
    );
  });

  it('does not depend on the people left out, nor on any order, and survives being stored', () => {
    fc.assert(
      fc.property(history, level, ([start, edits, k], other) => {
        const steps = simulateReleases(start, edits, k);
        const blind = (people: World['people'], world: World): World['people'] =>
          people
            .map((person) =>
              world.access.has(person.employeeId) ? { ...person, levels: [other], ratings: ['x'] } : person,
            )
            .reverse();
        const step = steps.at(-1);
        if (step === undefined) return;
        const again = cutRelease({
          release: { id: step.cut.release, day: step.cut.day },
          facts: { groups: [...step.world.groups].reverse(), people: blind(step.world.people, step.world) },
          dimensions: [0],
          k,
          individualAccess: step.world.access,
          previous: JSON.parse(JSON.stringify(steps.at(-2)?.cut ?? null)),
          history: new Map(steps.map((past) => [past.cut.release, blind(past.world.people, step.world)])),
        });
        expect(again).toEqual(step.cut);
      }),
    );
  });

  it('stays sound when k is raised', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 10 }), ([start, edits, k], more) => {
        for (const { cut } of simulateReleases(start, edits, k)) {
          const coarse = coarsenCut(cut, k + more);
          expectSound(only(coarse), k + more);
          if (only(coarse).blocks.length > 0) expect(total(only(coarse))).toEqual(total(only(cut)));
        }
      }),
    );
  });
});

describe('releases over time', () => {
  it('stay sound, whatever happens to people and tree', () => {
    fc.assert(
      fc.property(history, ([start, edits, k]) => {
        for (const { cut } of simulateReleases(start, edits, k)) expectSound(only(cut), k);
      }),
      { numRuns: 400 },
    );
  });

  it('change nothing when only the tree changes', () => {
    fc.assert(
      fc.property(history, ([start, rounds, k]) => {
        const edits = rounds.map((round) =>
          round.filter(({ kind }) => kind === 'reparent' || kind === 'add'),
        );
        const shown = simulateReleases(start, edits, k).map(({ cut }) =>
          only(cut)
            .blocks.map((block) => JSON.stringify([block.sums, block.parts]))
            .sort(),
        );
        for (const later of shown) expect(later).toEqual(shown[0]?.length === 0 ? later : shown[0]);
      }),
      { numRuns: 600 },
    );
  });

  it('keep the figures and the date of a block until k of its people had an event', () => {
    fc.assert(
      fc.property(history, ([start, edits, k]) => {
        eachPair(simulateReleases(start, edits, k), (before, after, membersOf) => {
          for (const block of only(after.cut).blocks) {
            const old = only(before.cut).blocks.find((one) => keyOf(one) === keyOf(block));
            if (old === undefined) continue;
            if (releasesInUse(after.cut).length > 0 && block.parts[0]?.release !== after.cut.release) {
              expect(block.sums).toEqual(old.sums);
              expect(block.parts).toEqual(old.parts);
              continue;
            }
            const then = membersOf(old);
            const now = membersOf(block);
            const events = [...new Set([...then.keys(), ...now.keys()])].filter(
              (id) => JSON.stringify(then.get(id)) !== JSON.stringify(now.get(id)),
            );
            expect(events.length).toBeGreaterThanOrEqual(k);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('show no figure of which the viewer knows all but fewer than k people, whatever access comes and goes', () => {
    fc.assert(
      fc.property(history, ([start, edits, k]) => {
        eachPair(simulateReleases(start, edits, k), (_before, after, membersOf, known) => {
          const { blocks } = only(after.cut);
          if (!blocks.some((block) => block.shown)) return;
          for (const block of blocks) {
            const others = [...membersOf(block)].filter(
              ([id, person]) => !known.has(id) && (person.levels[0] ?? null) !== null,
            );
            expect(others.length).toBeGreaterThanOrEqual(k);
          }
        });
      }),
      { numRuns: 400, examples: [[READ_ON_LEAVE]] },
    );
  });

  it('leave no sum of old and new figures that rests on fewer than k people', () => {
    fc.assert(
      fc.property(
        history,
        fc.infiniteStream(fc.integer({ min: -1, max: 1 })),
        ([start, rounds, k], signs) => {
          const edits = rounds.map((round) => round.filter(({ kind }) => kind !== 'access'));
          eachPair(simulateReleases(start, edits, k), (before, after, membersOf, known) => {
            const all = [...only(before.cut).blocks, ...only(after.cut).blocks];
            const figures = [
              ...new Map(all.map((block) => [JSON.stringify([keyOf(block), block.parts]), block])).values(),
            ];
            const ratings = figures.map((block) =>
              [...membersOf(block)]
                .filter(([id, person]) => !known.has(id) && (person.levels[0] ?? null) !== null)
                .map(([id, person]) => [id, `${id} ${person.ratings?.[0]}`] as const),
            );
            for (const choice of choicesOf(figures.length, signs)) {
              expect(smallestSupport(choice, ratings)).toSatisfy(
                (people) => people === 0 || Number(people) >= k,
              );
            }
          });
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);
});

/** Every choice of signs for few figures, a sample for many. */
function choicesOf(figures: number, signs: Iterator<number>): readonly (readonly number[])[] {
  if (figures > 7)
    return Array.from({ length: 300 }, () => Array.from({ length: figures }, () => signs.next().value ?? 0));
  let all: number[][] = [[]];
  for (let at = 0; at < figures; at += 1)
    all = all.flatMap((some) => [-1, 0, 1].map((sign) => [...some, sign]));
  return all;
}

/** People on whom the signed sum of figures still depends. */
function smallestSupport(
  choice: readonly number[],
  ratings: readonly (readonly (readonly [string, string])[])[],
): number {
  const weights = new Map<string, { id: string; weight: number }>();
  for (const [at, sign] of choice.entries()) {
    if (sign === 0) continue;
    for (const [id, rating] of ratings[at] ?? []) {
      weights.set(rating, { id, weight: (weights.get(rating)?.weight ?? 0) + sign });
    }
  }
  return new Set([...weights.values()].filter(({ weight }) => weight !== 0).map(({ id }) => id)).size;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { attainmentTwelfths } from '../attainment';
import { type BlockSums, sumPeople } from './block-sums';
import { cutRelease } from './cut-release';
import type { ReleasePerson } from './release-facts';
import { type CoarseShare, isWeightSpread } from './released-figures';
import { releasedReadiness } from './released-readiness';
import { releasedRows, releasedTotal } from './released-rows';
import { AI_USE, teamDimensions } from './tree-dimensions';

const K = 5;
const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const member = fc.record({
  level: fc.option(level, { freq: 8 }),
  target: fc.option(level, { freq: 8 }),
  exposure: fc.option(fc.constantFrom(900, 1_000, 1_345, 1_500, 0, 10_000), { freq: 8 }),
});
type Member = { level: Level | null; target: Level | null; exposure: number | null };
const block = fc.array(member, { minLength: 1, maxLength: 30 });
const blocks = fc.array(block, { minLength: 1, maxLength: 4 });
const largeBlocks = fc.array(fc.array(member, { minLength: 16, maxLength: 40 }), {
  minLength: 1,
  maxLength: 3,
});
const readinessOf = (all: readonly (readonly Member[])[]) =>
  releasedReadiness(
    all.map((one) => sumPeople(one)),
    K,
  );

const pairs = (people: readonly Member[]) =>
  people.flatMap(({ level: has, target, exposure }) =>
    has === null || target === null
      ? []
      : [{ attained: attainmentTwelfths(has, target), weight: exposure ?? 0 }],
  );
const holds = (share: CoarseShare | null | undefined, value: number) => {
  if (share?.step === 'third') {
    expect(value).toBeGreaterThanOrEqual((share.third - 1) / 3 - 1e-9);
    expect(value).toBeLessThanOrEqual(share.third / 3 + 1e-9);
  } else if (share) {
    expect(Math.abs(Math.min(0.9, Math.max(0.1, value)) - share.percent / 100)).toBeLessThanOrEqual(
      0.05 + 1e-9,
    );
  }
};

describe('released readiness', () => {
  it('is a coarse band around the figure, never a figure to which a block adds fewer than k people', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const found = readinessOf(all);
        const own = all.map(pairs);
        const everybody = own.flat();
        if (found?.readiness) {
          expect(own.every((people) => people.length === 0 || people.length >= K)).toBe(true);
          holds(
            found.readiness,
            everybody.reduce((sum, { attained }) => sum + attained, 0) / (12 * everybody.length),
          );
        }
      }),
    );
  });

  it('is weighted only where the weight is spread over k people in each block, and not by who did', () => {
    let shown = 0;
    fc.assert(
      fc.property(largeBlocks, (all) => {
        const found = readinessOf(all);
        if (!found?.weighted) return;
        shown += 1;
        const own = all.map((people) => pairs(people).filter(({ weight }) => weight > 0));
        for (const people of own.filter(({ length }) => length > 0)) {
          const sum = people.reduce((total, { weight }) => total + weight, 0);
          const sumOfSquares = people.reduce((total, { weight }) => total + weight ** 2, 0);
          expect(isWeightSpread({ people: people.length, sum, sumOfSquares }, K)).toBe(true);
        }
        const everybody = own.flat();
        expect(everybody.filter(({ attained }) => attained > 0).length).toBeGreaterThanOrEqual(K);
        expect(everybody.filter(({ attained }) => attained < 12).length).toBeGreaterThanOrEqual(K);
        expect(2 * everybody.length).toBeGreaterThanOrEqual(
          all.flat().filter((one) => one.level !== null).length,
        );
        const weights = everybody.reduce((sum, { weight }) => sum + weight, 0);
        holds(
          found.weighted,
          everybody.reduce((sum, { weight, attained }) => sum + weight * attained, 0) / (12 * weights),
        );
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(10);
  });

  it('is hidden where one person carries the weight, though the others are many', () => {
    const light = (has: Level): Member => ({ level: has, target: 2, exposure: 100 });
    const even = [...Array.from({ length: 8 }, () => light(2)), ...Array.from({ length: 8 }, () => light(0))];
    expect(readinessOf([even])?.weighted).toEqual({ step: 'third', third: 2 });
    const heavy = [...even, { level: 2 as const, target: 2 as const, exposure: 10_000 }];
    expect(readinessOf([heavy])).toMatchObject({ weighted: null, readiness: { step: 'third', third: 2 } });
    expect(readinessOf([even, heavy])?.weighted).toBeNull();
  });

  it('is none of dimensions without exposure, such as leadership', () => {
    expect(releasedReadiness([sumPeople([{ level: 1, target: 2 }])], K)).toBeNull();
  });
});

describe('AI use in a cut of its own tree', () => {
  const groups = [
    { id: '11-0000', parentId: null, name: 'Managers' },
    { id: '33-0000', parentId: null, name: 'Guards' },
  ];
  const people = (shift: number): ReleasePerson[] =>
    Array.from({ length: 24 }, (_, index) => ({
      employeeId: `p${index}`,
      groupId: groups[index % 2]?.id ?? null,
      levels: DIMENSIONS.map(() => ((index + shift) % 4) as Level),
      targets: DIMENSIONS.map(() => 2 as Level),
      ratings: DIMENSIONS.map(() => `r${shift}`),
      exposure: index % 2 === 0 ? 1_345 : 0,
    }));
  const common = {
    dimensions: [AI_USE],
    k: K,
    individualAccess: new Set<string>(),
    tree: 'occupation' as const,
  };
  const first = cutRelease({
    ...common,
    release: { id: 'r1', day: '2026-10-31' },
    facts: { groups, people: people(0) },
    previous: null,
    history: new Map(),
  });

  it('is read by that tree alone', () => {
    expect(releasedRows({ cut: first, dimension: AI_USE, tree: 'occupation' }, null)).toMatchObject([
      { id: '11-0000', figures: { people: 12 }, readiness: { readiness: { step: 'third' } } },
      { id: '33-0000', figures: { people: 12 }, readiness: { weighted: null } },
    ]);
    expect(releasedRows({ cut: first, dimension: AI_USE }, null)).toEqual([]);
    expect(releasedTotal({ cut: first, dimension: AI_USE }).figures).toBeNull();
  });

  it('goes on in its tree, raised k and storing included', () => {
    const stored = JSON.parse(JSON.stringify(first)) as typeof first;
    const next = cutRelease({
      ...common,
      k: 12,
      release: { id: 'r2', day: '2026-11-30' },
      facts: { groups, people: people(1) },
      previous: stored,
      history: new Map([['r1', people(0)]]),
    });
    expect(next.dimensions).toMatchObject([{ dimension: AI_USE, tree: 'occupation' }]);
    const rows = releasedRows({ cut: next, dimension: AI_USE, tree: 'occupation' }, null);
    expect(rows.map(({ oldestOn }) => oldestOn)).toEqual(['2026-11-30', '2026-11-30']);
  });

  it('is no dimension of teams unless the organization says so', () => {
    expect([teamDimensions('occupation').includes(AI_USE), teamDimensions(null).includes(AI_USE)]).toEqual([
      false,
      false,
    ]);
    expect(teamDimensions('team')).toHaveLength(DIMENSIONS.length);
  });
});

describe('block sums of AI use', () => {
  it('keep what they had where blocks without it are added', () => {
    const own = sumPeople([{ level: 1, target: 2, exposure: 10 }]);
    const sums: BlockSums = sumPeople([]);
    expect(releasedReadiness([own, sums], 1)).toEqual(releasedReadiness([own], 1));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { openTestDatabase } from '#test/setup/database';
import { type Answers, askEverything } from './inference/ask-everything';
import { attack } from './inference/attack';
import { attackNotes, type LivedYear, liveThrough } from './inference/live-through';
import { VIEWERS, type ViewerName } from './inference/organization';
import { type Rating, systemOf } from './inference/system';

/** An everyday run lives through the first; with a count they take turns, each round with a seed of its own. */
const SIZES = [
  { size: 50, k: 5 },
  { size: 50, k: 10 },
  { size: 300, k: 5 },
  { size: 300, k: 10 },
  { size: 2_000, k: 5 },
  { size: 2_000, k: 10 },
] as const;
const YEARS = proofCount(1);
const SEED = proofSeed();
const SECONDS_A_PERSON = 1_500;
/** Ten weeks in which each who looks is told of groups of three. */
const SMALL_SEED = 20261122;
/** A year in which a director who reads people by mistake determines somebody, unless that is known later. */
const FORGETFUL_SEED = 20261124;
const db = await openTestDatabase();

describe('who reads released figures and asks everything for a year (security.md proof 12)', () => {
  let lived: LivedYear;
  const ask = (name: ViewerName): Promise<Answers> => {
    const viewer = lived.organization.viewer(name);
    const days = [lived.days[4] ?? '', lived.days.at(-2) ?? ''];
    return lived.organization.inTenant((ctx) => askEverything(ctx, { viewer, days }));
  };

  beforeAll(async () => {
    lived = await liveThrough(db, { size: 50, k: 5, seed: SEED });
  }, 120_000);

  it('determines nothing of fewer than k people, by whole numbers between the bounds that rounding leaves', () => {
    const found = attackNotes(lived.notebooks, 5);
    for (const { who, tried, open, bounded, determined } of found)
      console.info(
        `inference: ${who}: ${tried} sets, ${open} open, ${bounded} bounded, ${determined.length} found`,
      );
    expect(found.flatMap(({ determined }) => determined)).toEqual([]);
    expect(found.every(({ tried }) => tried > 100)).toBe(true);
    for (const { miscounted } of lived.notebooks.values()) expect(miscounted).toEqual([]);
  });

  it('red control: finds groups of three when three are released', async () => {
    const small = await liveThrough(db, { size: 40, k: 3, seed: SMALL_SEED, weeks: 10 });
    const found = attackNotes(small.notebooks, 5);
    for (const name of VIEWERS)
      expect(
        found.filter(({ who }) => who.startsWith(name)).flatMap(({ determined }) => determined),
      ).not.toEqual([]);
  }, 120_000);

  it('red control: finds who was read for hours of a day where that is thrown away', async () => {
    const { notebooks } = await liveThrough(db, { size: 50, k: 5, seed: FORGETFUL_SEED, forgets: true });
    expect(attackNotes(notebooks, 5).flatMap(({ determined }) => determined)).not.toEqual([]);
  }, 120_000);

  it('red control: finds a person by whom two figures differ, and one who is held between bounds', () => {
    const rating = (at: number, level: number): Rating => ({
      key: `p${at}`,
      level,
      target: 2,
      known: at === 9,
    });
    const team = Array.from({ length: 9 }, (_, at) => rating(at, at % 4));
    const told = (ratings: readonly Rating[]) => {
      const sum = ratings.reduce((total, { level }) => total + level, 0);
      return { ratings, sums: [sum, sum] as const, atTarget: null };
    };
    expect(attack(systemOf([told(team)]), 5).determined).toEqual([]);
    expect(attack(systemOf([told(team), told(team.slice(1))]), 5).determined).toHaveLength(1);
    const withKnown = [...team.slice(0, 4), rating(9, 1)];
    expect(attack(systemOf([told(withKnown)]), 5).determined).toHaveLength(1);
    const wide = { ratings: [rating(0, 4), rating(1, 4)], sums: [8, 9] as const, atTarget: null };
    expect(attack(systemOf([wide]), 5).determined).toHaveLength(1);
  });

  it.each(VIEWERS)(
    'tells the %s nothing of what others were given since the last release',
    async (name) => {
      const before = await ask(name);
      await lived.organization.disturb(seededRandom(SEED + 1), name);
      expect(differences(before, await ask(name))).toEqual([]);
      expect(Object.keys(before).length).toBeGreaterThan(200);
    },
    120_000,
  );

  it('red control: the director is told of the own team at once, and of others with the next release', async () => {
    const before = await ask('director');
    await lived.organization.disturb(seededRandom(SEED + 2), null);
    const after = await ask('director');
    expect(differences(before, after)).not.toEqual([]);
    await lived.organization.release('cycle_closed');
    expect(differences(after, await ask('director'))).not.toEqual([]);
  }, 120_000);
});

describe.runIf(YEARS > 1)('years of organizations of every size', () => {
  it(
    'determines nothing of fewer than k people',
    async () => {
      const failures: string[] = [];
      for (let year = 0; year < YEARS; year += 1) {
        const { size, k } = SIZES[year % SIZES.length] ?? SIZES[0];
        const seed = SEED + 1 + Math.floor(year / SIZES.length);
        const { notebooks } = await liveThrough(db, { size, k, seed });
        const found = attackNotes(notebooks, k);
        const sum = (of: 'tried' | 'open' | 'bounded') => found.reduce((total, one) => total + one[of], 0);
        const here = [
          ...found.flatMap(({ who, determined }) =>
            determined.map((what) => `${size} people, k ${k}, seed ${seed}, ${who}: ${what}`),
          ),
          ...[...notebooks.values()].flatMap(({ miscounted }) => miscounted),
        ];
        for (const failure of here) console.error(`inference: ${failure}`);
        failures.push(...here);
        console.info(
          `inference: year ${year + 1} of ${YEARS}, ${size} people, k ${k}, seed ${seed}: ${sum('tried')} sets, ${sum('open')} open, ${sum('bounded')} bounded, ${failures.length} failures so far`,
        );
      }
      expect(failures).toEqual([]);
    },
    YEARS * 2_000 * SECONDS_A_PERSON,
  );
});

/** What was answered otherwise, shortly. */
function differences(before: Answers, after: Answers): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${firstDifference(before[name] ?? '', after[name] ?? '')}`);
}

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return `${before.slice(Math.max(0, at - 80), at + 60)} | ${after.slice(at, at + 60)}`;
}

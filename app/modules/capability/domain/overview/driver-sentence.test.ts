import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUIREMENT_STATES } from '../requirements/requirement-state';
import { coverageSums, criticalCoverage } from './critical-coverage';
import { driverSentence } from './driver-sentence';
import { addOverview, NOTHING, type OverviewSums } from './overview-sums';
import { TILES } from './tile';

const states = fc.array(fc.constantFrom(...REQUIREMENT_STATES), { maxLength: 6 });
const team: fc.Arbitrary<OverviewSums> = fc
  .record({
    written: states,
    implicit: states,
    withTarget: fc.nat({ max: 200 }),
    assessed: fc.nat({ max: 200 }),
    due: fc.nat({ max: 50 }),
    rises: fc.nat({ max: 30 }),
    falls: fc.nat({ max: 30 }),
    moved: fc.nat({ max: 40 }),
  })
  .map(({ written, implicit, withTarget, assessed, due, rises, falls, moved }) => ({
    people: 20,
    coverage: coverageSums(written, implicit),
    trust: { withTarget, assessed: Math.min(assessed, withTarget), due, units: 0 },
    ai: { withTarget, assessed: Math.min(assessed, withTarget), attained: 0 },
    moves: { people: moved, pairs: rises + falls, rises, falls, net: rises - falls },
  }));
const teams = fc
  .array(team, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((sums, index) => ({ name: `Team ${'ABCD'[index]}`, sums })));
const total = (list: readonly { readonly sums: OverviewSums }[]) =>
  list.map(({ sums }) => sums).reduce(addOverview, NOTHING);

describe('a driver sentence', () => {
  it('prints every number that it was made from, and no other', () => {
    fc.assert(
      fc.property(teams, fc.constantFrom(...TILES), (list, key) => {
        const { text, numbers } = driverSentence(key, total(list), list);
        const printed = (text.match(/\d+/g) ?? []).map(Number);
        expect(printed).toEqual(numbers.map((n) => (key === 'trust' && n === numbers[0] ? printed[0] : n)));
      }),
    );
  });

  it('tells of coverage what a count of the states gives', () => {
    fc.assert(
      fc.property(teams, (list) => {
        const { requirements, states: counts } = criticalCoverage(total(list).coverage);
        const { text } = driverSentence('coverage', total(list), list);
        if (requirements === 0) expect(text).toContain('No requirement');
        else if (counts.met === requirements) expect(text).toContain(`All ${requirements} requirement`);
        else {
          expect(text).toContain(`${requirements - counts.met} of ${requirements} requirement`);
          for (const [state, words] of [
            ['single', 'on one person'],
            ['uncovered', 'uncovered'],
          ] as const)
            expect(text.includes(`${counts[state]} ${words}`)).toBe(counts[state] > 0);
        }
      }),
    );
  });

  it('names the team with most of what is not met, where one has most', () => {
    const weak = { ...NOTHING, people: 3, coverage: coverageSums(['single', 'short'], []) };
    const fine = { ...NOTHING, people: 3, coverage: coverageSums(['met', 'single'], []) };
    const two = [
      { name: 'Night', sums: weak },
      { name: 'Day', sums: fine },
    ];
    expect(driverSentence('coverage', total(two), two).text).toBe(
      '3 of 4 requirements are not met: 1 short, 2 on one person. Most in Night: 2.',
    );
    expect(driverSentence('coverage', weak, two.slice(0, 1)).text).not.toContain('Most in');
    expect(driverSentence('singlePoints', total(two), two).text).toContain('1 in Day, 1 in Night.');
  });

  it('says what is missing instead of a 0', () => {
    const texts = TILES.map((key) => driverSentence(key, NOTHING, []).text);
    expect(texts.every((text) => /^No|^Nobody/.test(text))).toBe(true);
    expect(texts.join(' ')).not.toMatch(/\d/);
  });
});

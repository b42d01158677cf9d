import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type DayText } from '~/shared/calendar-day';
import { lostDays } from './lost-days';
import type { Timeline } from './timeline';

const FIRST = '2026-03-01';
const TODAY = addDays(FIRST, 10);
type Facts = { readonly team: string | null };

/** Periods one after the other, some of them gaps. */
const timeline: fc.Arbitrary<Timeline<Facts>> = fc
  .array(fc.record({ days: fc.integer({ min: 1, max: 8 }), team: fc.constantFrom('a', 'b', null, 'gap') }), {
    maxLength: 5,
  })
  .chain((pieces) => fc.boolean().map((goesOn) => ({ pieces, goesOn })))
  .map(({ pieces, goesOn }) => {
    let at = FIRST;
    const all = pieces.map(({ days, team }, index) => {
      const validFrom = at;
      at = addDays(at, days);
      const validTo = goesOn && index === pieces.length - 1 ? null : at;
      return { validFrom, validTo, facts: { team } };
    });
    return all.filter(({ facts }) => facts.team !== 'gap');
  });

/** The last day up to one on which a timeline told a team, the day of its end counted too; '' for none. */
function lastTold(periods: Timeline<Facts>, team: string, day = TODAY): DayText | '' {
  const days = periods
    .filter(({ facts, validFrom }) => facts.team === team && validFrom <= day)
    .map(({ validTo }) => (validTo !== null && validTo < day ? validTo : day));
  return days.sort().at(-1) ?? '';
}

it('keep the last day of everything that either timeline told, and no later one', () => {
  fc.assert(
    fc.property(timeline, timeline, (before, after) => {
      const lost = lostDays(before, after, { today: TODAY, keyOf: ({ team }) => team });
      for (const team of ['a', 'b']) {
        const kept = lost.filter(({ key }) => key === team).map(({ lastDay }) => lastDay);
        const known = [lastTold(before, team), lastTold(after, team)].sort().at(-1);
        expect([lastTold(after, team), ...kept].sort().at(-1)).toBe(known);
        // A viewer's reach may have ended on any day: what is kept counts from ever until its last day.
        for (let day = FIRST; day <= TODAY; day = addDays(day, 1)) {
          const keptBy = kept.map((last) => [last, day].sort()[0]);
          const told = [lastTold(after, team, day), ...keptBy].sort().at(-1) ?? '';
          expect(told >= lastTold(before, team, day)).toBe(true);
        }
      }
      const firsts = before.map(({ validFrom }) => validFrom);
      expect(lost.every(({ validFrom }) => firsts.includes(validFrom))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('are none where a change holds from today or later', () => {
  const before = [{ validFrom: FIRST, validTo: null, facts: { team: 'a' } }];
  const asked = { today: TODAY, keyOf: ({ team }: Facts) => team };
  for (const day of [TODAY, addDays(TODAY, 5)]) {
    const moved = [{ validFrom: day, validTo: null, facts: { team: 'b' } }];
    expect(lostDays(before, [{ ...before[0], validTo: day } as never, ...moved], asked)).toEqual([]);
    expect(lostDays(before, moved, asked)).toEqual([{ validFrom: FIRST, key: 'a', lastDay: TODAY }]);
  }
});

it('are those before a first day that is put off', () => {
  const [before, after] = [FIRST, addDays(FIRST, 6)].map((validFrom) => [
    { validFrom, validTo: null, facts: { team: 'a' } },
  ]);
  const asked = { today: TODAY, keyOf: ({ team }: Facts) => team };
  expect(lostDays(before ?? [], after ?? [], asked)).toEqual([
    { validFrom: FIRST, key: 'a', lastDay: addDays(FIRST, 5) },
  ]);
  expect(lostDays(after ?? [], before ?? [], asked)).toEqual([]);
});

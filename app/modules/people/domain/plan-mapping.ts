import type { DayText } from '~/shared/calendar-day';
import { type OccupationFacts, sameOccupation } from './employee-state';
import type { RoleBand } from './role-band';
import { factsOn, laterDay, type Period, replaceFrom, type Timeline } from './timeline';

export interface MappedOccupation {
  readonly soc: string;
  readonly share: number;
  /** Null: the band known of the person for this occupation, else for the main one, stays. */
  readonly roleBand: RoleBand | null;
}

export interface PersonTimes {
  readonly employments: readonly { readonly validFrom: DayText; readonly title: string }[];
  readonly occupations: ReadonlyMap<string, Timeline<OccupationFacts>>;
}

export interface MappingPlan {
  readonly occupations: readonly MappedOccupation[];
  /** A day; null: since the person has the title where nothing was confirmed of them before, else today. */
  readonly from: DayText | null;
  readonly today: DayText;
  readonly confirmedBy: string;
}

/** The occupations of a person, by code, once these hold from a day on; what was held before that day stays. */
export function planMapping(
  person: PersonTimes,
  plan: MappingPlan,
): ReadonlyMap<string, Timeline<OccupationFacts>> {
  const from = firstDay(person, plan);
  const wanted = new Map(plan.occupations.map((one) => [one.soc, one]));
  const held = [...person.occupations].flatMap(([soc, timeline]) => {
    const facts = factsOn(timeline, from);
    return facts ? [{ soc, ...facts }] : [];
  });
  const known = new Map(held.map(({ soc, roleBand }) => [soc, roleBand]));
  const main = held.toSorted((a, b) => b.share - a.share)[0]?.roleBand ?? null;
  const result = new Map<string, Timeline<OccupationFacts>>();
  for (const soc of [...new Set([...person.occupations.keys(), ...wanted.keys()])].sort()) {
    const one = wanted.get(soc);
    const facts = one && {
      roleBand: one.roleBand ?? known.get(soc) ?? main,
      share: one.share,
      confirmedBy: plan.confirmedBy,
    };
    const timeline = replaceFrom(
      person.occupations.get(soc) ?? [],
      { from, facts: facts ?? null },
      sameOccupation,
    );
    if (timeline.length > 0) result.set(soc, timeline);
  }
  return result;
}

function firstDay({ employments, occupations }: PersonTimes, { from, today }: MappingPlan): DayText {
  const first = employments[0]?.validFrom ?? today;
  if (from !== null) return laterDay(from, first);
  const isConfirmed = ({ facts }: Period<OccupationFacts>) => facts.confirmedBy !== null;
  return [...occupations.values()].some((timeline) => timeline.some(isConfirmed))
    ? laterDay(today, first)
    : sinceTitle(employments, today);
}

/** The first day of the unbroken time with the title of today. */
function sinceTitle(employments: PersonTimes['employments'], today: DayText): DayText {
  const begun = employments.filter(({ validFrom }) => validFrom <= today);
  const last = begun.at(-1);
  if (!last) return employments[0]?.validFrom ?? today;
  const other = begun.findLastIndex(({ title }) => title !== last.title);
  return begun[other + 1]?.validFrom ?? today;
}

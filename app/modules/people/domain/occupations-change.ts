import type { DayText } from '~/shared/calendar-day';
import { type OccupationFacts, sameOccupation } from './employee-state';
import type { RoleBand } from './role-band';
import { statedFacts, withBand } from './stated-facts';
import { factsOn, replaceBetween, type Timeline } from './timeline';

/** One of the things that a person does. */
export interface StatedOccupation {
  readonly soc: string;
  /** undefined: the band known for the code stays. */
  readonly roleBand?: RoleBand | null | undefined;
  /** Whole percent, 1 to 100. */
  readonly share: number;
}

type Occupations = ReadonlyMap<string, Timeline<OccupationFacts>>;

interface OccupationsChange {
  readonly occupations?: readonly StatedOccupation[] | undefined;
  readonly roleBand?: RoleBand | undefined;
}

/** The occupations with the change from the day until the next day on which any of them was to change. */
export function changeOccupations(
  known: Occupations,
  change: OccupationsChange,
  { from, confirmedBy }: { readonly from: DayText; readonly confirmedBy: string | null },
): Occupations {
  const current = occupationsOn(known, from);
  const wanted = wantedOccupations(current, change, confirmedBy);
  if (wanted === undefined || sameOn(current, wanted)) return known;
  const to = nextChange(known, from);
  const result = new Map<string, Timeline<OccupationFacts>>();
  for (const soc of [...new Set([...known.keys(), ...wanted.keys()])].sort()) {
    const span = { from, to, facts: wanted.get(soc) ?? null };
    const timeline = replaceBetween(known.get(soc) ?? [], span, sameOccupation);
    if (timeline.length > 0) result.set(soc, timeline);
  }
  return result;
}

/** What the person does on the day, by code. */
export function occupationsOn(known: Occupations, day: DayText): ReadonlyMap<string, OccupationFacts> {
  const current = new Map<string, OccupationFacts>();
  for (const [soc, timeline] of known) {
    const facts = factsOn(timeline, day);
    if (facts) current.set(soc, facts);
  }
  return current;
}

/** The first day after this one on which any occupation begins, ends or changes; null: none. */
export function nextChange(known: Occupations, day: DayText): DayText | null {
  const days = [...known.values()].flatMap((timeline) =>
    timeline.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? day]),
  );
  return days.filter((other) => other > day).sort()[0] ?? null;
}

function wantedOccupations(
  current: ReadonlyMap<string, OccupationFacts>,
  { occupations, roleBand }: OccupationsChange,
  confirmedBy: string | null,
): ReadonlyMap<string, OccupationFacts> | undefined {
  if (occupations !== undefined)
    return new Map(
      occupations.map(({ soc, share, ...stated }) => {
        const band = stated.roleBand === undefined ? (current.get(soc)?.roleBand ?? null) : stated.roleBand;
        return [soc, statedFacts(current.get(soc), { roleBand: band, share }, confirmedBy)];
      }),
    );
  if (roleBand === undefined) return undefined;
  return new Map([...current].map(([soc, facts]) => [soc, withBand(facts, roleBand, confirmedBy)]));
}

function sameOn(a: ReadonlyMap<string, OccupationFacts>, b: ReadonlyMap<string, OccupationFacts>): boolean {
  return (
    a.size === b.size &&
    [...a].every(([soc, facts]) => {
      const other = b.get(soc);
      return other !== undefined && sameOccupation(facts, other);
    })
  );
}

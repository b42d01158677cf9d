import type { DayText } from '~/shared/calendar-day';
import type { EmployeeRecord } from './employee-row';
import { type EmployeeState, type OccupationFacts, sameOccupation } from './employee-state';
import { nextChange } from './occupations-change';
import { statedFacts, withBand } from './stated-facts';
import { factsOn, laterDay, moveStart, replaceBetween, type Timeline } from './timeline';

export interface OccupationChange {
  /** The day from which the row's occupations hold. */
  readonly from: DayText;
  readonly today: DayText;
  /** The employment's first day after the change, where the change moved it. */
  readonly start: DayText | undefined;
  /** Who confirms what the row states; null: nobody does yet. */
  readonly importedBy: string | null;
}

/**
 * The occupations that a row states, by code, until the next day on which any of them was to change anyway. Codes that
 * the row does not name end on the day of the change. A band alone changes the band of what is known; a code without a
 * band keeps the band known for it.
 */
export function planOccupations(
  record: EmployeeRecord,
  state: EmployeeState | undefined,
  change: OccupationChange,
): ReadonlyMap<string, Timeline<OccupationFacts>> {
  const known = withMovedStart(state, change.start);
  const current = new Map<string, OccupationFacts>();
  for (const [soc, timeline] of known) {
    const facts = factsOn(timeline, change.from);
    if (facts) current.set(soc, facts);
  }
  const wanted = wantedOccupations(record, current, change.importedBy);
  if (wanted === undefined) return known;
  const to = nextChange(known, laterDay(change.from, change.today));
  const result = new Map<string, Timeline<OccupationFacts>>();
  for (const soc of [...new Set([...known.keys(), ...wanted.keys()])].sort()) {
    const span = { from: change.from, to, facts: wanted.get(soc) ?? null };
    const timeline = replaceBetween(known.get(soc) ?? [], span, sameOccupation);
    if (timeline.length > 0) result.set(soc, timeline);
  }
  return result;
}

function wantedOccupations(
  record: EmployeeRecord,
  current: ReadonlyMap<string, OccupationFacts>,
  importedBy: string | null,
): ReadonlyMap<string, OccupationFacts> | undefined {
  const band = record.roleBand;
  if (record.occupations === undefined) {
    if (band === undefined) return undefined;
    return new Map([...current].map(([soc, facts]) => [soc, withBand(facts, band, importedBy)]));
  }
  return new Map(
    record.occupations.map(({ soc, share }) => [
      soc,
      statedFacts(
        current.get(soc),
        { roleBand: band ?? current.get(soc)?.roleBand ?? null, share },
        importedBy,
      ),
    ]),
  );
}

/** Occupations that began with the employment move with its first day. */
function withMovedStart(
  state: EmployeeState | undefined,
  start: DayText | undefined,
): ReadonlyMap<string, Timeline<OccupationFacts>> {
  const first = state?.employments.at(0)?.validFrom;
  if (!state || start === undefined || first === undefined || start === first)
    return state?.occupations ?? new Map();
  return new Map(
    [...state.occupations].map(([soc, timeline]) => [
      soc,
      timeline.at(0)?.validFrom === first ? moveStart(timeline, start) : timeline,
    ]),
  );
}

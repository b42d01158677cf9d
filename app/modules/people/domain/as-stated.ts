import type { DayText } from '~/shared/calendar-day';
import type { EmployeeRecord } from './employee-row';
import type { EmployeeState, EmploymentFacts } from './employee-state';

/**
 * Whether the row states only what is known of the person, whose present has no planned end and nobody planned anything
 * after it: then planning changes nothing, and need not be done. False where that takes a closer look.
 */
export function isAsStated(record: EmployeeRecord, state: EmployeeState, today: DayText): boolean {
  const present = state.employments.at(-1);
  if (!present || present.validTo !== null || present.validFrom > today) return false;
  if (present.facts.status === 'left' || state.endedOn !== null || record.endedOn) return false;
  if (record.startedOn !== undefined && record.startedOn !== state.startedOn) return false;
  if (state.startedOn !== null && state.startedOn > today) return false;
  return samePerson(record, state) && sameFacts(record, present.facts) && sameHeld(record, state);
}

function samePerson(record: EmployeeRecord, state: EmployeeState): boolean {
  return (
    record.name === state.name &&
    record.email === state.email &&
    (record.kind === undefined || record.kind === state.kind)
  );
}

function sameFacts(record: EmployeeRecord, facts: EmploymentFacts): boolean {
  return (
    record.title === facts.title &&
    record.team === facts.team &&
    (record.site === undefined || record.site === facts.site) &&
    (record.managerExternalId === undefined || record.managerExternalId === facts.managerExternalId) &&
    (record.status === undefined || (record.status ?? 'active') === facts.status) &&
    (record.available === undefined || record.available === facts.available)
  );
}

/** The row names no occupations, or exactly those of one open period each that are confirmed. */
function sameHeld(record: EmployeeRecord, state: EmployeeState): boolean {
  const { occupations, roleBand } = record;
  if (occupations === undefined) return roleBand === undefined;
  if (occupations.length !== state.occupations.size) return false;
  return occupations.every(({ soc, share }) => {
    const timeline = state.occupations.get(soc);
    const [held] = timeline ?? [];
    if (timeline?.length !== 1 || !held || held.validTo !== null) return false;
    const { facts } = held;
    return (
      facts.share === share &&
      facts.confirmedBy !== null &&
      (roleBand === undefined || roleBand === facts.roleBand) &&
      held.validFrom <= (state.employments.at(-1)?.validFrom ?? '')
    );
  });
}

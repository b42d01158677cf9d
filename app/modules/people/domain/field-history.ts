import { addDays, type DayText } from '~/shared/calendar-day';
import { availabilityOf } from './availability';
import type { EmployeeState, EmploymentFacts } from './employee-state';
import { nextChange, occupationsOn } from './occupations-change';
import type { PersonChange } from './person-change';
import { factsOn, type Timeline } from './timeline';

/** Fields whose changes have days. */
export const DATED_FIELDS = [
  'title',
  'team',
  'site',
  'managerExternalId',
  'status',
  'availability',
  'occupations',
] as const;
export type DatedField = (typeof DATED_FIELDS)[number];

type EmploymentField = Exclude<DatedField, 'occupations'>;

/** A time during which a field had one value; to: exclusive, null: still. */
export interface FieldPeriod<Value> {
  readonly from: DayText;
  readonly to: DayText | null;
  readonly value: Value;
}

/** A field of periods by itself: neighbours with the same value are one. */
export function fieldPeriods<Facts, Value extends string | null>(
  timeline: Timeline<Facts>,
  read: (facts: Facts) => Value,
): FieldPeriod<Value>[] {
  const result: FieldPeriod<Value>[] = [];
  for (const { validFrom, validTo, facts } of timeline) {
    const value = read(facts);
    const last = result.at(-1);
    if (last && last.to === validFrom && last.value === value)
      result[result.length - 1] = { ...last, to: validTo };
    else result.push({ from: validFrom, to: validTo, value });
  }
  return result;
}

/** The value of a field of an employment. */
export function employmentValue(facts: EmploymentFacts, field: EmploymentField): string | null {
  return field === 'availability' ? availabilityOf(facts) : facts[field];
}

/**
 * The change that takes the change of a field on a day back, made on that day: the field stays as it was the day
 * before. null when the field does not change then.
 */
export function takenBack(state: EmployeeState, field: DatedField, day: DayText): PersonChange | null {
  if (field === 'occupations') return occupationsTakenBack(state, day);
  const [was, is] = [factsOn(state.employments, addDays(day, -1)), factsOn(state.employments, day)];
  if (!was || !is || employmentValue(was, field) === employmentValue(is, field)) return null;
  if (field === 'status') return is.status === 'left' ? { endedOn: null } : { status: was.status };
  if (field === 'availability') return { availability: availabilityOf(was) };
  return { [field]: was[field] };
}

function occupationsTakenBack({ occupations }: EmployeeState, day: DayText): PersonChange | null {
  const before = addDays(day, -1);
  if (nextChange(occupations, before) !== day) return null;
  const held = [...occupationsOn(occupations, before)];
  return { occupations: held.map(([soc, { roleBand, share }]) => ({ soc, roleBand, share })) };
}

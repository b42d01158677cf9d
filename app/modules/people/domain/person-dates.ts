import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { changeDayFault } from './change-day';
import type { EmployeeState } from './employee-state';

interface StatedDays {
  readonly startedOn?: DayText | null | undefined;
  readonly endedOn?: DayText | null | undefined;
}

/** Days of the contract that cannot be: before 1900, more than two years ahead. */
export function contractDayFaults(stated: StatedDays, today: DayText): FieldError[] {
  return (['startedOn', 'endedOn'] as const).flatMap((field) => {
    const day = stated[field];
    const detail = day == null ? null : changeDayFault(day, today);
    return detail ? [{ pointer: `/${field}`, detail }] : [];
  });
}

/** Days that contradict what is known of the person: a change before the start, an end before it. */
export function personDayFaults(state: EmployeeState, stated: StatedDays, from: DayText): FieldError[] {
  const first = state.employments.at(0);
  const moved = stated.startedOn != null && stated.startedOn !== state.startedOn ? stated.startedOn : null;
  const start = moved ?? first?.validFrom;
  const faults: FieldError[] = [];
  if (moved !== null && first?.validTo != null && first.validTo <= moved)
    faults.push({
      pointer: '/startedOn',
      detail: `Something changed on ${first.validTo} already, which is not after this start.`,
    });
  if (start === undefined) return faults;
  if (moved === null && from < start)
    faults.push({ pointer: '/from', detail: `Nothing is known before the start, ${start}.` });
  const end = stated.endedOn === undefined ? state.endedOn : stated.endedOn;
  const concerned = stated.endedOn !== undefined || moved !== null;
  if (concerned && end !== null && end < start)
    faults.push({
      pointer: stated.endedOn === undefined ? '/startedOn' : '/endedOn',
      detail: `The end, ${end}, is before the start, ${start}.`,
    });
  return faults;
}

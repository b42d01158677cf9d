import { type DayText, isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';

const EARLIEST = '2000-01-01';
const LATEST = '2099-12-31';

/** A day from which targets or requirements can hold. Throws InvalidInput with the field `from`. */
export function readTargetDay(text: string): DayText {
  const day = text.trim();
  if (isDay(day) && day >= EARLIEST && day <= LATEST) return day;
  throw new InvalidInput('The day is not right: choose one from 2000 to 2099.', [
    { pointer: 'from', detail: 'Choose a day from 2000 to 2099.' },
  ]);
}

/** A day of the address: null for anything that is none. */
export function targetDayOr(text: string | null): DayText | null {
  return text !== null && isDay(text) && text >= EARLIEST && text <= LATEST ? text : null;
}

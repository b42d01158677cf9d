import { formatDay } from '~/shared/format-day';

/** Making a formatter takes longer than all of its uses on a page; there are as many as time zones. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  FORMATTERS.set(zone, made);
  return made;
}

/**
 * A moment in a time zone: '2026-11-21T17:04:31Z' in Europe/Amsterdam gives '21 Nov 2026, 18:04:31'.
 * @param moment ISO 8601 with offset
 * @param zone IANA name of the organization's time zone; throws RangeError when unknown
 */
export function formatMoment(moment: string, zone: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  const day = formatDay(`${part('year')}-${part('month')}-${part('day')}`);
  return `${day}, ${part('hour')}:${part('minute')}:${part('second')}`;
}

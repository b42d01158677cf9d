import { formatDay } from '~/shared/format-day';
import { formatMoment } from './format-date';

/** A day (`YYYY-MM-DD`) as 21 Nov 2026. */
export function DayText({ day }: { readonly day: string }) {
  return <time dateTime={day}>{formatDay(day)}</time>;
}

/** A moment (ISO 8601) in a time zone (IANA name) as 21 Nov 2026, 18:04:31. */
export function MomentText({ moment, zone }: { readonly moment: string; readonly zone: string }) {
  return <time dateTime={moment}>{formatMoment(moment, zone)}</time>;
}

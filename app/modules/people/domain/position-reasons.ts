import type { DayText } from '~/shared/calendar-day';
import { laterDay, mapBetween, type SameFacts, type Timeline } from './timeline';

/** Why a dimension of a post is job-related, and who said so. */
export interface SaidReason {
  readonly reason: string | null;
  readonly reasonSource: string | null;
  readonly saidBy: string | null;
  readonly saidOn: DayText | null;
}

/**
 * The timeline of a dimension of a post with the reasons that stood in another one on the same days, from a day on. On
 * days on which that one had none, nothing is put in.
 */
export function timelineWithReasons<Facts extends SaidReason>(
  timeline: Timeline<Facts>,
  { of, from }: { readonly of: Timeline<Facts>; readonly from: DayText },
  same: SameFacts<Facts>,
): Timeline<Facts> {
  return of
    .filter(({ validTo, facts }) => facts.reason !== null && (validTo === null || validTo > from))
    .reduce((result, { validFrom, validTo, facts }) => {
      const { reason, reasonSource, saidBy, saidOn } = facts;
      const apply = (asked: Facts): Facts => ({ ...asked, reason, reasonSource, saidBy, saidOn });
      return mapBetween(result, { from: laterDay(validFrom, from), to: validTo, apply }, same);
    }, timeline);
}

import type { DayText } from '~/shared/calendar-day';

export interface Standing {
  /** Of the cycle; null: outside one. */
  readonly state: 'draft' | 'open' | 'closed' | 'calibrated' | 'archived' | null;
  /** Last day for this person; null: outside a cycle. */
  readonly closesOn: DayText | null;
  readonly today: DayText;
  readonly soc: string | null;
}

/** Why a person cannot be rated now, in words; null: they can. The last day itself is open. */
export function ratingHindrance({ state, closesOn, today, soc }: Standing): string | null {
  if (state !== null && state !== 'open')
    return 'The cycle is closed: no rating is given in it any more. An HR partner can open it again.';
  if (closesOn !== null && closesOn < today)
    return 'The last day of the cycle is over. An HR partner can extend it for one person.';
  if (soc === null)
    return 'No occupation is confirmed for this person, so there is nothing to rate them as. An HR partner confirms it.';
  return null;
}

/**
 * Evidence strength: how much a current level can be leaned on; not a probability.
 * Formula: min(1, trust + 0.1 when accepted evidence is attached) x 0.5^(age in days / (18 x 30.4375)).
 * Unit: 0 to 1; trust in thousandths after half trust and bonus (trustWithEvidence of rater-order.ts).
 * Rounding: none; shown as a word, the number only in "why". No level: no strength (null, never 0).
 * Source: method.md 1.
 */
import { addDays, type DayText, dayNumber } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import { halfLifeDays } from './constants';

export type StrengthWord = 'strong' | 'fair' | 're-check';

/** Strength after so many days, 0 to 1, from the trust with evidence in thousandths. */
export function strengthAfter(strengthTrust: number, ageDays: number, constants: MethodConstants): number {
  return (strengthTrust / 1000) * 2 ** (-ageDays / halfLifeDays(constants));
}

/** Strength on the day asOf of a rating assessed on a day not after it. */
export function evidenceStrength(
  rating: { readonly assessedOn: DayText; readonly strengthTrust: number },
  asOf: DayText,
  constants: MethodConstants,
): number {
  return strengthAfter(rating.strengthTrust, dayNumber(asOf) - dayNumber(rating.assessedOn), constants);
}

/**
 * Whole days after the assessed day at which strength is below the fair limit for the first time:
 * the least n >= 0 with strengthAfter(n) < fairFrom. 0 = due on the day itself (self under another occupation).
 */
export function recheckAfterDays(strengthTrust: number, constants: MethodConstants): number {
  const limit = constants.fairFrom / 1000;
  const estimate = halfLifeDays(constants) * Math.log2(strengthTrust / constants.fairFrom);
  let days = Math.max(0, Math.floor(estimate) - 1);
  while (strengthAfter(strengthTrust, days, constants) >= limit) days += 1;
  return days;
}

/** The first day on which strength is below 0.3; a re-check is due from then on. */
export function recheckOn(assessedOn: DayText, strengthTrust: number, constants: MethodConstants): DayText {
  return addDays(assessedOn, recheckAfterDays(strengthTrust, constants));
}

/** strong from 0.6, fair from 0.3, else re-check; also for a mean strength. */
export function strengthWord(strength: number, constants: MethodConstants): StrengthWord {
  if (strength >= constants.strongFrom / 1000) return 'strong';
  return strength >= constants.fairFrom / 1000 ? 'fair' : 're-check';
}

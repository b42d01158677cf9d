import { mainOccupation } from '~/modules/people/domain/main-occupation';
import type { DayText } from '~/shared/calendar-day';

export interface OccupationPeriod {
  readonly soc: string;
  readonly share: number;
  readonly validFrom: DayText;
  readonly validTo: DayText | null;
  readonly confirmedBy: string | null;
}

/**
 * The occupation under which a rating of a day counts when none is named: the main confirmed one on the day; for a day
 * before the first confirmed one, the main one of the first (the start of many records is the day of their import).
 */
export function occupationOnDay(periods: readonly OccupationPeriod[], day: DayText): string | undefined {
  const confirmed = periods.filter((period) => period.confirmedBy !== null);
  const current = confirmed.filter(
    (period) => period.validFrom <= day && (period.validTo === null || day < period.validTo),
  );
  if (current.length > 0) return mainOccupation(current)?.soc;
  const first = confirmed.map((period) => period.validFrom).sort()[0];
  if (first === undefined || first <= day) return undefined;
  return mainOccupation(confirmed.filter((period) => period.validFrom === first))?.soc;
}

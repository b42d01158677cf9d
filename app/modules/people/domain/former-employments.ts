import type { DayText } from '~/shared/calendar-day';
import { lostDays } from './lost-days';
import type { Timeline } from './timeline';

interface Asked<Facts> {
  readonly employeeId: string;
  readonly today: DayText;
  readonly teamOf: (facts: Facts) => string | null;
  readonly managerOf: (facts: Facts) => string | null;
}

/** Periods of a person with the day until when their team, or manager, was known and is told no more (lostDays). */
export function formerEmployments<Facts>(
  before: Timeline<Facts>,
  after: Timeline<Facts>,
  { employeeId, today, teamOf, managerOf }: Asked<Facts>,
) {
  const lost = (keyOf: (facts: Facts) => string | null) => lostDays(before, after, { today, keyOf });
  return [
    ...lost(teamOf).map(({ validFrom, lastDay }) => ({
      ...{ employeeId, validFrom, inTeamUntil: lastDay, underManagerUntil: null },
    })),
    ...lost(managerOf).map(({ validFrom, lastDay }) => ({
      ...{ employeeId, validFrom, inTeamUntil: null, underManagerUntil: lastDay },
    })),
  ];
}

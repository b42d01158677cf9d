import { addDays } from '~/shared/calendar-day';
import type { Cycle } from './demo-organization';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A cycle named by its month. */
export function toCycle(opensOn: string, closesOn: string): Cycle {
  const month = MONTHS[Number(opensOn.slice(5, 7)) - 1] ?? '';
  return { name: `Review of ${month} ${opensOn.slice(0, 4)}`, opensOn, closesOn };
}

/** The two assessment cycles of a demo organization, centred about 14 and about 2 months before `today`. */
export function demoCycles(today: string): readonly [first: Cycle, second: Cycle] {
  return [
    toCycle(addDays(today, -440), addDays(today, -412)),
    toCycle(addDays(today, -75), addDays(today, -49)),
  ];
}

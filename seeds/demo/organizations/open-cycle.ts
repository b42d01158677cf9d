import { addDays } from '~/shared/calendar-day';
import { toCycle } from './cycles';
import type { AssessmentRow, Cycle, DemoOrganization } from './demo-organization';

/** Every so many people who rated themselves in the cycle before have done so again. */
const EVERY = 4;

/** The cycle that is open: from a week ago for four weeks, with ratings that repeat what people said of themselves. */
export function openDemoCycle(
  { cycles, assessments, employees }: DemoOrganization,
  today: string,
): { readonly cycle: Cycle; readonly purpose: string; readonly ratings: readonly AssessmentRow[] } {
  const opensOn = addDays(today, -7);
  const cycle = toCycle(opensOn, addDays(today, 21));
  const last = cycles.at(-1)?.name;
  const present = new Set(
    employees.filter(({ status }) => status === 'active').map(({ external_id: id }) => id),
  );
  const own = assessments.filter(
    (row) => row.cycle === last && row.rater === 'self' && present.has(row.employee_external_id),
  );
  const people = [...new Set(own.map((row) => row.employee_external_id))];
  const chosen = new Set(people.filter((_, index) => index % EVERY === 0));
  return {
    cycle,
    purpose:
      'To see what each team can do today, and to plan next year’s training with the people concerned.',
    ratings: own
      .filter((row) => chosen.has(row.employee_external_id))
      .map((row) => ({ ...row, cycle: cycle.name, assessed_on: addDays(today, -2), evidence: '' })),
  };
}

import type { DayText } from '~/shared/calendar-day';
import { isAsStated } from './as-stated';
import { type EmployeeChange, employeeChange } from './employee-differences';
import type { EmployeeRecord } from './employee-row';
import type { EmployeeState } from './employee-state';
import { planEmployment } from './plan-employment';
import { planOccupations } from './plan-occupations';

export interface EmployeesPlan {
  readonly created: readonly EmployeeChange[];
  readonly changed: readonly EmployeeChange[];
  readonly unchanged: number;
}

export interface PlanOptions {
  /** What is known, by external id. */
  readonly states: ReadonlyMap<string, EmployeeState>;
  readonly today: DayText;
  /** Who confirms the occupations of the file; null: nobody does yet. */
  readonly importedBy: string | null;
}

/**
 * What the rows change, given what is known. Pure and idempotent: planned again on its own result, on the same or a
 * later day on which nothing planned falls due, every row is unchanged.
 */
export function planEmployees(records: readonly EmployeeRecord[], options: PlanOptions): EmployeesPlan {
  const created: EmployeeChange[] = [];
  const changed: EmployeeChange[] = [];
  let unchanged = 0;
  for (const record of records) {
    const known = options.states.get(record.externalId);
    if (known && isAsStated(record, known, options.today)) {
      unchanged += 1;
      continue;
    }
    const change = planEmployee(record, options);
    if (change.before === undefined) created.push(change);
    else if (change.differences.length > 0) changed.push(change);
    else unchanged += 1;
  }
  return { created, changed, unchanged };
}

/** What one row changes, looked at closely: planEmployees passes rows over that are as stated (isAsStated). */
export function planEmployee(record: EmployeeRecord, options: PlanOptions): EmployeeChange {
  const before = options.states.get(record.externalId);
  const plan = planEmployment(record, before, options.today);
  const start = plan.employments.at(0)?.validFrom;
  const occupations = planOccupations(record, before, {
    from: plan.from,
    today: options.today,
    start,
    importedBy: options.importedBy,
  });
  const after: EmployeeState = {
    externalId: record.externalId,
    name: record.name,
    email: record.email,
    kind: record.kind ?? before?.kind ?? 'employee',
    startedOn: plan.startedOn,
    endedOn: plan.endedOn,
    employments: plan.employments,
    occupations,
  };
  return employeeChange(before, after, plan.from);
}

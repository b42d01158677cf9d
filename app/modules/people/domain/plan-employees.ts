import type { DayText } from '~/shared/calendar-day';
import type { EmployeeRecord } from './employee-row';
import {
  type EmployeeState,
  type EmploymentFacts,
  type OccupationFacts,
  sameEmployment,
  sameOccupation,
} from './employee-state';
import { planEmployment } from './plan-employment';
import { planOccupations } from './plan-occupations';
import { factsOn, type Timeline, timelineChange } from './timeline';

export interface FieldDifference {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface EmployeeChange {
  readonly before: EmployeeState | undefined;
  readonly after: EmployeeState;
  /** Empty for a new person. */
  readonly differences: readonly FieldDifference[];
  /** Whether figures can change: team, status, availability, occupation, share or band. */
  readonly figuresChange: boolean;
}

export interface EmployeesPlan {
  readonly created: readonly EmployeeChange[];
  readonly changed: readonly EmployeeChange[];
  readonly unchanged: number;
}

export interface PlanOptions {
  /** What is known, by external id. */
  readonly states: ReadonlyMap<string, EmployeeState>;
  readonly today: DayText;
  /** Who confirms the occupations of the file. */
  readonly importedBy: string;
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
    const change = planEmployee(record, options);
    if (change.before === undefined) created.push(change);
    else if (change.differences.length > 0) changed.push(change);
    else unchanged += 1;
  }
  return { created, changed, unchanged };
}

function planEmployee(record: EmployeeRecord, options: PlanOptions): EmployeeChange {
  const before = options.states.get(record.externalId);
  const plan = planEmployment(record, before, options.today);
  const start = plan.employments.at(0)?.validFrom;
  const occupations = planOccupations(record, before, {
    from: plan.from,
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
  if (before === undefined) return { before, after, differences: [], figuresChange: true };
  const occupationsChange = !sameOccupations(before, after);
  return {
    before,
    after,
    differences: differencesOf(before, after, plan.from),
    figuresChange: occupationsChange || timelineChanges(before.employments, after.employments, sameInFigures),
  };
}

const PERSON_FIELDS = ['name', 'email', 'kind', 'startedOn', 'endedOn'] as const;
const EMPLOYMENT_FIELDS = ['title', 'team', 'site', 'managerExternalId', 'status', 'available'] as const;

function differencesOf(before: EmployeeState, after: EmployeeState, day: DayText): FieldDifference[] {
  const result: FieldDifference[] = [];
  const compare = (field: string, from: unknown, to: unknown) => {
    if (from !== to)
      result.push({ field, from: from == null ? null : String(from), to: to == null ? null : String(to) });
  };
  for (const field of PERSON_FIELDS) compare(field, before[field], after[field]);
  const [was, is] = [factsOn(before.employments, day), factsOn(after.employments, day)];
  for (const field of EMPLOYMENT_FIELDS) compare(field, was?.[field], is?.[field]);
  if (result.length === 0 && timelineChanges(before.employments, after.employments, sameEmployment))
    compare('periods', periodsText(before.employments), periodsText(after.employments));
  if (!sameOccupations(before, after))
    compare('occupations', occupationsText(before), occupationsText(after));
  return result;
}

function sameInFigures(a: EmploymentFacts, b: EmploymentFacts): boolean {
  return a.team === b.team && a.status === b.status && a.available === b.available;
}

function timelineChanges<Facts>(
  from: Timeline<Facts>,
  to: Timeline<Facts>,
  same: (a: Facts, b: Facts) => boolean,
): boolean {
  const days = [...from, ...to].flatMap((period) => [period.validFrom, period.validTo ?? period.validFrom]);
  return [...new Set(days)].some((day) => {
    const [a, b] = [factsOn(from, day), factsOn(to, day)];
    return a === undefined || b === undefined ? a !== b : !same(a, b);
  });
}

function sameOccupations(before: EmployeeState, after: EmployeeState): boolean {
  const codes = new Set([...before.occupations.keys(), ...after.occupations.keys()]);
  return [...codes].every((soc) => {
    const change = timelineChange(
      before.occupations.get(soc) ?? [],
      after.occupations.get(soc) ?? [],
      sameOccupation,
    );
    return change.removed.length === 0 && change.written.length === 0;
  });
}

function periodsText(timeline: Timeline<unknown>): string {
  return timeline.map((period) => `${period.validFrom}/${period.validTo ?? ''}`).join(' ');
}

function occupationsText(state: EmployeeState): string {
  const latest = [...state.occupations].flatMap(([soc, timeline]) => {
    const period = timeline.at(-1);
    return period && period.validTo === null ? [occupationText(soc, period.facts)] : [];
  });
  return latest.join('; ');
}

function occupationText(soc: string, facts: OccupationFacts): string {
  const proposed = facts.confirmedBy === null ? ' (proposed)' : '';
  return `${soc}:${facts.share} band ${facts.roleBand ?? 'none'}${proposed}`;
}

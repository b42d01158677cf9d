import type { DayText } from '~/shared/calendar-day';
import {
  type EmployeeState,
  type EmploymentFacts,
  type OccupationFacts,
  sameEmployment,
  sameOccupation,
} from './employee-state';
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
  /** Whether figures can change: team, site, status, availability, kind, occupation, share or band. */
  readonly figuresChange: boolean;
}

/** What turns one state of a person into the other. @param day the day on which differences are told. */
export function employeeChange(
  before: EmployeeState | undefined,
  after: EmployeeState,
  day: DayText,
): EmployeeChange {
  if (before === undefined) return { before, after, differences: [], figuresChange: true };
  return {
    before,
    after,
    differences: differencesOf(before, after, day),
    figuresChange:
      before.kind !== after.kind ||
      !sameOccupations(before, after) ||
      timelineChanges(before.employments, after.employments, sameInFigures),
  };
}

const PERSON_FIELDS = ['name', 'email', 'kind', 'startedOn', 'endedOn'] as const;
const EMPLOYMENT_FIELDS = [
  'title',
  'team',
  'site',
  'managerExternalId',
  'status',
  'available',
  'absence',
] as const;

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
    result.push({
      field: 'occupations',
      from: occupationsText(before, day) || null,
      to: occupationsText(after, day) || null,
    });
  return result;
}

function sameInFigures(a: EmploymentFacts, b: EmploymentFacts): boolean {
  return a.team === b.team && a.site === b.site && a.status === b.status && a.available === b.available;
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

function occupationsText(state: EmployeeState, day: DayText): string {
  const held = [...state.occupations].flatMap(([soc, timeline]) => {
    const facts = factsOn(timeline, day);
    return facts ? [occupationText(soc, facts)] : [];
  });
  return held.join('; ');
}

function occupationText(soc: string, facts: OccupationFacts): string {
  const proposed = facts.confirmedBy === null ? ' (proposed)' : '';
  return `${soc}:${facts.share} band ${facts.roleBand ?? 'none'}${proposed}`;
}

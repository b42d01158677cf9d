import type { DayText } from '~/shared/calendar-day';
import { type Availability, availabilityFacts, availabilityOf } from './availability';
import { type EmployeeChange, employeeChange } from './employee-differences';
import type { EmployeeKind, EmploymentStatus } from './employee-row';
import { type EmployeeState, type EmploymentFacts, sameEmployment } from './employee-state';
import { changeLeaving, lastLeaving } from './leaving';
import { changeOccupations, type StatedOccupation } from './occupations-change';
import type { RoleBand } from './role-band';
import { factsOn, laterDay, mapBetween, moveStart, type Timeline } from './timeline';

/** What is to be changed about a person, in the words of plans (team path, site name, external id). undefined: stays. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly kind?: EmployeeKind | undefined;
  readonly startedOn?: DayText | null | undefined;
  /** The day from which the person has left; null: no leaving is known. */
  readonly endedOn?: DayText | null | undefined;
  readonly title?: string | undefined;
  readonly team?: string | undefined;
  readonly site?: string | null | undefined;
  readonly managerExternalId?: string | null | undefined;
  readonly status?: EmploymentStatus | undefined;
  readonly availability?: Availability | undefined;
  /** As availability, but a known kind of absence stays where false is said. */
  readonly available?: boolean | undefined;
  /** All that the person does. */
  readonly occupations?: readonly StatedOccupation[] | undefined;
  /** The band of each occupation held, where occupations are not stated. */
  readonly roleBand?: RoleBand | undefined;
}

interface ChangeOptions {
  /** The day from which dated fields hold; not before the person's first day. */
  readonly from: DayText;
  /** Who confirms stated occupations; null: nobody does yet. */
  readonly confirmedBy: string | null;
}

/**
 * The person with the change. A dated field holds from the day until the next day on which it was to change anyway:
 * what is planned for later stays planned. Name, address, kind and the two days of the contract hold for all days.
 */
export function planPersonChange(
  before: EmployeeState,
  change: PersonChange,
  options: ChangeOptions,
): EmployeeChange {
  const begun = withStart(before, change.startedOn);
  const from = laterDay(options.from, begun.employments.at(0)?.validFrom ?? options.from);
  const stated = changeEmployments(begun.employments, change, from);
  const employments = changeLeaving(stated, change, from);
  const after: EmployeeState = {
    ...begun,
    name: change.name ?? before.name,
    email: change.email === undefined ? before.email : change.email,
    kind: change.kind ?? before.kind,
    endedOn: endOf(before, employments, change),
    employments,
    occupations: changeOccupations(begun.occupations, change, { ...options, from }),
  };
  return employeeChange(before, after, from);
}

function withStart(state: EmployeeState, startedOn: DayText | null | undefined): EmployeeState {
  if (startedOn === undefined || startedOn === state.startedOn) return state;
  const first = state.employments.at(0)?.validFrom;
  if (startedOn === null || first === undefined) return { ...state, startedOn };
  const occupations = [...state.occupations].map(
    ([soc, timeline]) =>
      [soc, timeline.at(0)?.validFrom === first ? moveStart(timeline, startedOn) : timeline] as const,
  );
  return {
    ...state,
    startedOn,
    employments: moveStart(state.employments, startedOn),
    occupations: new Map(occupations),
  };
}

/** A field of the employment with its new value. */
interface FieldChange {
  readonly of: (facts: EmploymentFacts) => unknown;
  readonly wanted: unknown;
  readonly apply: (facts: EmploymentFacts) => EmploymentFacts;
}

function changeEmployments(
  timeline: Timeline<EmploymentFacts>,
  change: PersonChange,
  from: DayText,
): Timeline<EmploymentFacts> {
  return fieldChanges(change).reduce((changed, field) => changeField(changed, field, from), timeline);
}

function fieldChanges(change: PersonChange): FieldChange[] {
  const plain = (['title', 'team', 'site', 'managerExternalId'] as const).flatMap((field): FieldChange[] => {
    const wanted = change[field];
    if (wanted === undefined) return [];
    return [{ of: (facts) => facts[field], wanted, apply: (facts) => ({ ...facts, [field]: wanted }) }];
  });
  const { availability, available } = change;
  if (availability !== undefined)
    plain.push({
      of: availabilityOf,
      wanted: availability,
      apply: (facts) => ({ ...facts, ...availabilityFacts(availability) }),
    });
  else if (available !== undefined)
    plain.push({
      of: (facts) => facts.available,
      wanted: available,
      apply: (facts) => ({ ...facts, available, absence: available ? null : facts.absence }),
    });
  return plain;
}

/** The field with the new value from the day until it was to change next. */
export function changeField(
  timeline: Timeline<EmploymentFacts>,
  { of, wanted, apply }: FieldChange,
  from: DayText,
): Timeline<EmploymentFacts> {
  const current = factsOn(timeline, from);
  if (current === undefined || of(current) === wanted) return timeline;
  const was = of(current);
  const next = timeline.find((period) => period.validFrom > from && of(period.facts) !== was);
  return mapBetween(timeline, { from, to: next?.validFrom ?? null, apply }, sameEmployment);
}

/** The leaving day: what the periods say where the change concerns it, else as it was. */
function endOf(
  before: EmployeeState,
  employments: Timeline<EmploymentFacts>,
  change: PersonChange,
): DayText | null {
  const concerned = change.endedOn !== undefined || change.status !== undefined;
  const leaving = lastLeaving(employments);
  if (!concerned || leaving === lastLeaving(before.employments))
    return change.endedOn === undefined ? before.endedOn : change.endedOn;
  return leaving;
}

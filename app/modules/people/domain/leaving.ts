import type { DayText } from '~/shared/calendar-day';
import type { EmploymentStatus } from './employee-row';
import { type EmploymentFacts, sameEmployment } from './employee-state';
import { factsOn, mapBetween, mapFrom, type Timeline } from './timeline';

interface LeavingChange {
  readonly status?: EmploymentStatus | undefined;
  readonly endedOn?: DayText | null | undefined;
}

/** First day of the time of having left with which the periods end, or null. */
export function lastLeaving(timeline: Timeline<EmploymentFacts>): DayText | null {
  let since: DayText | null = null;
  for (const period of timeline) {
    if (period.facts.status !== 'left') since = null;
    else since ??= period.validFrom;
  }
  return since;
}

/**
 * The periods with another status or leaving day. `left` from a day is the leaving day; a stated leaving day holds
 * whatever the status; another status from a day holds until the status was to change next.
 */
export function changeLeaving(
  timeline: Timeline<EmploymentFacts>,
  { status, endedOn }: LeavingChange,
  from: DayText,
): Timeline<EmploymentFacts> {
  const working = status !== undefined && status !== 'left' ? setStatus(timeline, status, from) : timeline;
  const leaves = endedOn === undefined && status === 'left' ? from : endedOn;
  if (leaves === undefined) return working;
  if (status === 'left' && endedOn == null && factsOn(timeline, from)?.status === 'left') return timeline;
  const staying = withoutLeaving(working);
  if (leaves === null) return staying;
  const apply = (facts: EmploymentFacts): EmploymentFacts => ({ ...facts, status: 'left' });
  return mapFrom(staying, { from: leaves, apply }, sameEmployment);
}

function setStatus(
  timeline: Timeline<EmploymentFacts>,
  status: EmploymentStatus,
  from: DayText,
): Timeline<EmploymentFacts> {
  const was = factsOn(timeline, from)?.status;
  if (was === undefined || was === status) return timeline;
  const next = timeline.find((period) => period.validFrom > from && period.facts.status !== was);
  const apply = (facts: EmploymentFacts): EmploymentFacts => ({ ...facts, status });
  return mapBetween(timeline, { from, to: next?.validFrom ?? null, apply }, sameEmployment);
}

/** The last leaving taken back: as the status was before it. */
function withoutLeaving(timeline: Timeline<EmploymentFacts>): Timeline<EmploymentFacts> {
  const since = lastLeaving(timeline);
  if (since === null) return timeline;
  const before = timeline.findLast((period) => period.validFrom < since)?.facts.status;
  const status = before === undefined || before === 'left' ? 'active' : before;
  const apply = (facts: EmploymentFacts): EmploymentFacts => ({ ...facts, status });
  return mapFrom(timeline, { from: since, apply }, sameEmployment);
}

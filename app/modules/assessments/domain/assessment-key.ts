import type { DayText } from '~/shared/calendar-day';
import type { RaterKind } from './rater-kind';

export interface KeyFields {
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  readonly raterId: string | null;
  readonly cycleId: string | null;
  readonly assessedOn: DayText;
  readonly soc: string;
}

/** Key of an assessment: employee, rater kind, rater, cycle or else day, occupation (api.md, POST /assessments). */
export function assessmentKey(fields: KeyFields): string {
  const { employeeId, raterKind, raterId, cycleId, assessedOn, soc } = fields;
  return [employeeId, raterKind, raterId ?? '-', cycleId ?? assessedOn, soc].join(' ');
}

import type { DayText } from '~/shared/calendar-day';
import type { Absence } from './availability';
import type { EmployeeKind, EmploymentStatus } from './employee-row';
import type { RoleBand } from './role-band';
import type { Timeline } from './timeline';

/** What is true of an employment in a period, in the words of the file: path, site name, external id. */
export interface EmploymentFacts {
  readonly title: string;
  readonly team: string;
  readonly site: string | null;
  readonly managerExternalId: string | null;
  readonly status: EmploymentStatus;
  readonly available: boolean;
  /** Why not available, as far as planning needs it; null when available, or not said. */
  readonly absence: Absence | null;
}

export interface OccupationFacts {
  readonly roleBand: RoleBand | null;
  readonly share: number;
  /** Who confirmed the mapping; null: only proposed. */
  readonly confirmedBy: string | null;
}

/** All that is known of one person, as far as the employees file can change it. */
export interface EmployeeState {
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: EmployeeKind;
  readonly startedOn: DayText | null;
  readonly endedOn: DayText | null;
  readonly employments: Timeline<EmploymentFacts>;
  /** By occupation code. */
  readonly occupations: ReadonlyMap<string, Timeline<OccupationFacts>>;
}

const EMPLOYMENT_FIELDS = [
  'title',
  'team',
  'site',
  'managerExternalId',
  'status',
  'available',
  'absence',
] as const;

/** Equal in every fact. */
export function sameEmployment(a: EmploymentFacts, b: EmploymentFacts): boolean {
  return EMPLOYMENT_FIELDS.every((field) => a[field] === b[field]);
}

/** Equal but for the name of who confirmed: confirmed again is the same. */
export function sameOccupation(a: OccupationFacts, b: OccupationFacts): boolean {
  return (
    a.roleBand === b.roleBand && a.share === b.share && (a.confirmedBy === null) === (b.confirmedBy === null)
  );
}

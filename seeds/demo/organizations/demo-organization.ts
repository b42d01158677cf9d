import type { Dimension } from '~/modules/frameworks/domain/dimension';

/** One line of the employees CSV of api.md; every cell is the text of the cell, days as YYYY-MM-DD. */
export interface EmployeeRow {
  readonly external_id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  /** Path `A / B / C`. */
  readonly team: string;
  /** Empty for the person at the top. */
  readonly manager_external_id: string;
  readonly site: string;
  /** Empty, one code, or `code:share;code:share` with whole percent. */
  readonly occupation: string;
  /** 1 to 4, empty without an occupation. */
  readonly role_band: string;
  readonly started_on: string;
  /** Empty unless the person has left. */
  readonly ended_on: string;
  readonly status: 'active' | 'leave' | 'left';
  readonly kind: 'employee' | 'agency' | 'contractor';
  readonly available: 'yes' | 'no';
}

export type RaterKind = 'self' | 'manager' | 'peer' | 'calibrated';

/** One line of the long assessments CSV of api.md, with the name of its cycle beside it. */
export interface AssessmentRow {
  readonly employee_external_id: string;
  readonly rater: RaterKind;
  readonly rater_external_id: string;
  readonly assessed_on: string;
  readonly occupation: string;
  readonly dimension: Dimension;
  /** 0 to 4, or `?` for unsure. */
  readonly level: string;
  readonly evidence: string;
  readonly cycle: string;
}

/** One line of the targets CSV of api.md. */
export interface TargetRow {
  readonly occupation: string;
  readonly role_band: string;
  readonly dimension: Dimension;
  readonly level: string;
  readonly weight: string;
  readonly critical: 'yes' | 'no';
}

/** One named post, with its own profile. */
export interface DemoPosition {
  /** One line of the positions CSV of api.md. */
  readonly row: Readonly<
    Record<
      | 'external_id'
      | 'title'
      | 'team'
      | 'site'
      | 'occupation'
      | 'role_band'
      | 'critical'
      | 'incumbent_external_id'
      | 'horizon',
      string
    >
  >;
  /** Dimensions with level, weight and why they are job-related; empty: no own profile. */
  readonly profile: readonly {
    readonly dimension: Dimension;
    readonly level: 0 | 1 | 2 | 3 | 4;
    readonly weight: 1 | 2 | 3;
    readonly critical: boolean;
    readonly reason: string | null;
  }[];
}

export interface Cycle {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
}

export interface SignIn {
  readonly role: 'owner' | 'admin' | 'hr_partner' | 'director' | 'executive' | 'employee';
  readonly name: string;
  readonly email: string;
  readonly employeeExternalId: string | null;
  /** The team whose subtree is the scope of a director. */
  readonly teamPath: string | null;
}

/** Everything of one demo organization, as plain records; nothing in it is later than the day it was built for. */
export interface DemoOrganization {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly employees: readonly EmployeeRow[];
  readonly cycles: readonly Cycle[];
  readonly assessments: readonly AssessmentRow[];
  readonly targets: readonly TargetRow[];
  readonly positions: readonly DemoPosition[];
  readonly signIns: readonly SignIn[];
}

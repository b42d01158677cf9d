import type { AssessmentRow, EmployeeRow, TargetRow } from '#seeds/demo/organizations/demo-organization';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Role } from '~/modules/organizations/domain/role';
import { addDays } from '~/shared/calendar-day';

/** Where somebody works: a name of the little tree below. */
export type Place = 'top' | 'north' | 'night' | 'south' | 'office';

/** Who can sign in: one of each role, and `lead`, an employee with reports. */
export type MemberKey = Role | 'lead';

export interface PlannedMember {
  readonly key: MemberKey;
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  /** Number of the person who signs in, where it is one of the people. */
  readonly person?: number;
  /** Team of a director. */
  readonly place?: Place;
}

export interface OrganizationPlan {
  readonly slug: string;
  readonly name: string;
  /** Stands in every text field of the organization and nowhere else. */
  readonly canary: string;
  readonly paths: Readonly<Record<Place, string>>;
  readonly employees: readonly EmployeeRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly targets: readonly TargetRow[];
  readonly members: readonly PlannedMember[];
}

interface PlannedPerson {
  readonly place: Place;
  readonly manager?: number;
  readonly soc: string;
  readonly band: string;
}

const GUARD = { soc: '33-9032.00', band: '2' };
const LEAD = { soc: '33-1091.00', band: '3' };
const times = (count: number, person: PlannedPerson) => Array.from({ length: count }, () => person);

/** Person 1 leads the top team, 2 North and Night, 13 South, 21 the office. */
const PEOPLE: readonly PlannedPerson[] = [
  { place: 'top', soc: '11-3013.01', band: '4' },
  { place: 'north', manager: 1, ...LEAD },
  ...times(7, { place: 'north', manager: 2, ...GUARD }),
  ...times(3, { place: 'night', manager: 2, ...GUARD }),
  { place: 'south', manager: 1, ...LEAD },
  ...times(7, { place: 'south', manager: 13, ...GUARD }),
  { place: 'office', manager: 1, soc: '13-1199.07', band: '3' },
  ...times(6, { place: 'office', manager: 21, soc: '43-5031.00', band: '2' }),
];

/** External id of a person by number, from 1. */
export function externalIdOf(canary: string, person: number): string {
  return `${canary}-${String(person).padStart(2, '0')}`;
}

/** A small organization whose every text holds its canary: 27 people, five teams, ratings of everybody. */
export function planOrganization(canary: string, today: string): OrganizationPlan {
  const named = (text: string) => `${text} ${canary}`;
  const top = named('Guarding');
  const paths: Record<Place, string> = {
    top,
    north: `${top} / ${named('North')}`,
    night: `${top} / ${named('North')} / ${named('Night')}`,
    south: `${top} / ${named('South')}`,
    office: named('Office'),
  };
  return {
    slug: `org-${canary}`,
    name: named('Organization'),
    canary,
    paths,
    employees: PEOPLE.map((person, index) =>
      employeeRow(person, { index, canary, team: paths[person.place] }),
    ),
    assessments: PEOPLE.flatMap((person, index) =>
      ratingRows(person, { index, canary, day: addDays(today, -30) }),
    ),
    targets: ['1', '2', '3'].flatMap((band) =>
      DIMENSIONS.map((dimension) => ({
        occupation: GUARD.soc,
        role_band: band,
        dimension,
        level: '2',
        weight: '2',
        critical: dimension === 'leadership' ? ('yes' as const) : ('no' as const),
      })),
    ),
    members: members(canary),
  };
}

interface Numbered {
  readonly index: number;
  readonly canary: string;
}

function employeeRow(
  person: PlannedPerson,
  { index, canary, team }: Numbered & { team: string },
): EmployeeRow {
  const number = String(index + 1).padStart(2, '0');
  return {
    external_id: externalIdOf(canary, index + 1),
    name: `Person ${number} ${canary}`,
    email: `p${number}.${canary}@example.test`,
    title: `Title ${number} ${canary}`,
    team,
    manager_external_id: person.manager ? externalIdOf(canary, person.manager) : '',
    site: `Site ${canary}`,
    occupation: person.soc,
    role_band: person.band,
    started_on: '2020-01-01',
    ended_on: '',
    status: 'active',
    kind: 'employee',
    available: 'yes',
  };
}

function ratingRows(
  person: PlannedPerson,
  { index, canary, day }: Numbered & { day: string },
): AssessmentRow[] {
  return DIMENSIONS.flatMap((dimension, column): AssessmentRow[] => {
    if ((index + column) % 5 === 4) return [];
    return [
      {
        employee_external_id: externalIdOf(canary, index + 1),
        rater: person.manager ? 'manager' : 'self',
        rater_external_id: person.manager ? externalIdOf(canary, person.manager) : '',
        assessed_on: day,
        occupation: '',
        dimension,
        level: String((index * 3 + column * 2) % 5),
        evidence: column === 0 ? `Seen at the gate ${canary}` : '',
        cycle: '',
      },
    ];
  });
}

function members(canary: string): PlannedMember[] {
  const member = (key: MemberKey, role: Role, rest: { person?: number; place?: Place } = {}) => ({
    key,
    role,
    email: `${key.replace('_', '-')}.${canary}@example.test`,
    name: `Member ${key} ${canary}`,
    ...rest,
  });
  return [
    member('owner', 'owner'),
    member('admin', 'admin'),
    member('hr_partner', 'hr_partner'),
    member('director', 'director', { place: 'north' }),
    member('executive', 'executive', { person: 22 }),
    member('employee', 'employee', { person: 3 }),
    member('lead', 'employee', { person: 2 }),
  ];
}

import type { Reach } from '~/modules/organizations/domain/permissions';

/** Whom a viewer meets in lists of people on a day, and how much of them. */
export interface DirectoryScope {
  readonly everybody: boolean;
  /** Whoever is directly in one of these teams on the day. */
  readonly teams: ReadonlySet<string>;
  /** The viewer's own record, which is met with those of direct reports; null: none. */
  readonly self: string | null;
  /**
   * False: only those who are active or on leave are met, and what is nobody else's business is neither shown nor
   * searched: address, external id, kind, status, dates, availability.
   */
  readonly detailed: boolean;
}

/** Whether a reader of the directory is told more than colleagues tell each other, and what is planned. */
export function isDetailed(reach: Reach): boolean {
  return reach === 'all' || reach === 'subtree';
}

/** The day that is read where one asks for another: whoever meets only colleagues reads no day to come. */
export function readableDay(reach: Reach, asked: string, today: string): string {
  return isDetailed(reach) || asked < today ? asked : today;
}

interface PersonOnDay {
  readonly employeeId: string;
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly status: string | null;
}

/** Whether the person, as on the scope's day, is among those whom the viewer meets. */
export function meetsPerson(scope: DirectoryScope, person: PersonOnDay): boolean {
  if (scope.everybody) return true;
  if (!scope.detailed && person.status !== 'active' && person.status !== 'leave') return false;
  if (person.teamId !== null && scope.teams.has(person.teamId)) return true;
  return scope.self !== null && (person.employeeId === scope.self || person.managerId === scope.self);
}

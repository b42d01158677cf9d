import type { EmployeeKind, EmploymentStatus } from '~/modules/people/domain/employment-words';
import type { PeopleSort, PeopleStatus } from '~/modules/people/domain/people-filter';

export const STATUS_LABELS: Readonly<Record<EmploymentStatus, string>> = {
  active: 'Active',
  leave: 'On leave',
  left: 'Left',
};

export const KIND_LABELS: Readonly<Record<EmployeeKind, string>> = {
  employee: 'Employee',
  agency: 'Agency',
  contractor: 'Contractor',
};

/** What the list can be narrowed to. */
export const FILTER_STATUS_LABELS: Readonly<Record<PeopleStatus, string>> = {
  present: 'Active or on leave',
  active: 'Active',
  leave: 'On leave',
  left: 'Left',
  planned: 'Starting later',
  known: 'Everyone so far',
  all: 'Everyone',
};

export const SORT_LABELS: Readonly<Record<PeopleSort, string>> = {
  name: 'Name',
  team: 'Team',
  title: 'Title',
};

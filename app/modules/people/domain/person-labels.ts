import type { EmployeeKind, EmploymentStatus } from './employee-row';

export const EMPLOYMENT_STATUS_LABELS: Readonly<Record<EmploymentStatus, string>> = {
  active: 'Active',
  leave: 'On leave',
  left: 'Left',
};

export const EMPLOYEE_KIND_LABELS: Readonly<Record<EmployeeKind, string>> = {
  employee: 'Employee',
  agency: 'Agency worker',
  contractor: 'Contractor',
};

interface NamedPerson {
  readonly name: string;
  readonly externalId: string;
}

/** A person as a form names them: people can share a name, never an id. */
export function personLabel({ name, externalId }: NamedPerson): string {
  return `${name} (${externalId})`;
}

/** The external id in such a text, or null. */
export function idInLabel(text: string): string | null {
  return /\(([^()]+)\)\s*$/.exec(text)?.[1]?.trim() ?? null;
}

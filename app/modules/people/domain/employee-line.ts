import type { EMPLOYEE_COLUMNS, EmployeeKind, EmploymentStatus } from './employee-row';
import type { RoleBand } from './role-band';

/** Columns of a file that people are exported to: those of the employees file (api.md, CSV columns). */
export const EMPLOYEE_HEADER = [
  'external_id',
  'name',
  'email',
  'title',
  'team',
  'manager_external_id',
  'site',
  'occupation',
  'role_band',
  'started_on',
  'ended_on',
  'status',
  'kind',
  'available',
] as const satisfies readonly (
  | (typeof EMPLOYEE_COLUMNS.required)[number]
  | (typeof EMPLOYEE_COLUMNS.optional)[number]
)[];

interface ExportedPerson {
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string;
  readonly team: string | null;
  readonly managerExternalId: string | null;
  readonly site: string | null;
  readonly occupations: readonly {
    readonly soc: string;
    readonly roleBand: RoleBand | null;
    readonly share: number;
    readonly confirmed: boolean;
  }[];
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly status: EmploymentStatus;
  readonly kind: EmployeeKind;
  readonly available: boolean;
}

/**
 * The line of a person, which an import reads as what is known already. Occupations that nobody confirmed are left out;
 * where bands differ by occupation the cell of the band is empty, which states nothing.
 */
export function employeeLine(person: ExportedPerson): string[] {
  const confirmed = person.occupations
    .filter((one) => one.confirmed)
    .sort((a, b) => (a.soc < b.soc ? -1 : 1));
  const [first] = confirmed;
  const whole = confirmed.length === 1 && first?.share === 100;
  const bands = new Set(confirmed.map(({ roleBand }) => roleBand));
  const [band = null] = bands;
  const cells: Readonly<Record<(typeof EMPLOYEE_HEADER)[number], string | null>> = {
    external_id: person.externalId,
    name: person.name,
    email: person.email,
    title: person.title,
    team: person.team,
    manager_external_id: person.managerExternalId,
    site: person.site,
    occupation: whole ? (first?.soc ?? null) : confirmed.map(({ soc, share }) => `${soc}:${share}`).join(';'),
    role_band: bands.size === 1 && band !== null ? String(band) : null,
    started_on: person.startedOn,
    ended_on: person.endedOn,
    status: person.status,
    kind: person.kind,
    available: person.available ? 'yes' : 'no',
  };
  return EMPLOYEE_HEADER.map((column) => cells[column] ?? '');
}

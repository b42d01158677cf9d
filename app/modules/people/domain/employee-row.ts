import { z } from 'zod';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { dayCell, parsedCell, quote, requiredCell, rowFaults, textCell, wordCell } from './cells';
import {
  EMPLOYEE_KINDS,
  EMPLOYMENT_STATUSES,
  type EmployeeKind,
  type EmploymentStatus,
} from './employment-words';
import { type OccupationShare, parseOccupations, parseRoleBand } from './occupation-cell';
import type { RoleBand } from './role-band';
import { formatTeamPath, parseTeamPath } from './team-path';

export { EMPLOYEE_KINDS, EMPLOYMENT_STATUSES, type EmployeeKind, type EmploymentStatus };

/** Columns of the employees file (api.md, CSV columns). */
export const EMPLOYEE_COLUMNS = {
  required: ['external_id', 'name', 'email', 'title', 'team'],
  optional: [
    'manager_external_id',
    'site',
    'occupation',
    'role_band',
    'started_on',
    'ended_on',
    'status',
    'kind',
    'available',
  ],
} as const;

type Required = (typeof EMPLOYEE_COLUMNS.required)[number];
type Optional = (typeof EMPLOYEE_COLUMNS.optional)[number];
export type EmployeeCells = Readonly<Record<Required, string> & Record<Optional, string | undefined>>;

/**
 * What one row states. undefined: not stated, what is known stays. A missing column states nothing, nor does an
 * empty occupation, role band or start; any other empty cell states the absence or the usual value
 * (status: by the leaving day).
 */
export interface EmployeeRecord {
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string;
  /** The path as formatTeamPath writes it. */
  readonly team: string;
  readonly managerExternalId: string | null | undefined;
  readonly site: string | null | undefined;
  readonly occupations: readonly OccupationShare[] | undefined;
  readonly roleBand: RoleBand | undefined;
  readonly startedOn: DayText | undefined;
  readonly endedOn: DayText | null | undefined;
  readonly status: EmploymentStatus | null | undefined;
  readonly kind: EmployeeKind | undefined;
  readonly available: boolean | undefined;
}

export const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/;

const rowSchema = z.object({
  external_id: requiredCell(200),
  name: requiredCell(200),
  email: textCell(320).refine((text) => text === '' || EMAIL.test(text), 'is not an e-mail address.'),
  title: requiredCell(300),
  team: parsedCell(parseTeamPath),
  manager_external_id: textCell(200).optional(),
  site: textCell(200).optional(),
  occupation: parsedCell(parseOccupations).optional(),
  role_band: parsedCell(parseRoleBand).optional(),
  started_on: dayCell().optional(),
  ended_on: dayCell().optional(),
  status: wordCell(EMPLOYMENT_STATUSES).optional(),
  kind: wordCell(EMPLOYEE_KINDS).optional(),
  available: wordCell(['yes', 'no']).optional(),
});

export type EmployeeRowResult =
  | { readonly ok: true; readonly record: EmployeeRecord }
  | { readonly ok: false; readonly faults: FieldError[] };

/** Reads one row of the employees file; pointer is the row's place, "employees.csv:12". */
export function readEmployeeRow(cells: EmployeeCells, pointer: string): EmployeeRowResult {
  const parsed = rowSchema.safeParse(cells);
  if (!parsed.success)
    return { ok: false, faults: [...rowFaults(parsed.error, pointer), ...datesOf(cells, pointer)] };
  const row = parsed.data;
  const fault = datesFault(row.started_on, row.ended_on);
  if (fault) return { ok: false, faults: [{ pointer, detail: fault }] };
  return {
    ok: true,
    record: {
      externalId: row.external_id,
      name: row.name,
      email: row.email || null,
      title: row.title,
      team: formatTeamPath(row.team),
      managerExternalId: emptyIsNull(row.manager_external_id),
      site: emptyIsNull(row.site),
      occupations: row.occupation?.length ? row.occupation : undefined,
      roleBand: row.role_band ?? undefined,
      startedOn: row.started_on ?? undefined,
      endedOn: row.ended_on,
      status: row.status,
      kind: row.kind === null ? 'employee' : row.kind,
      available: row.available === undefined ? undefined : row.available !== 'no',
    },
  };
}

/** The fault of the two days of a row with other faults, where both can be read. */
function datesOf({ started_on: started, ended_on: ended }: EmployeeCells, pointer: string): FieldError[] {
  const [first, last] = [started, ended].map((cell) => dayCell().safeParse(cell ?? '').data);
  const detail = datesFault(first, last);
  return detail ? [{ pointer, detail }] : [];
}

function emptyIsNull(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

function datesFault(started: string | null | undefined, ended: string | null | undefined): string | null {
  if (!started || !ended || ended >= started) return null;
  return `ended_on: ${quote(ended)} is before started_on ${quote(started)}.`;
}

import { quote } from '~/modules/people/domain/cells';
import type { FieldError } from '~/shared/errors';
import type { AssessmentRecord, RatingRecord } from './assessment-row';
import { aboutImporter, type Importer } from './importer';
import { type OccupationPeriod, occupationOnDay } from './occupation-on-day';
import type { RaterKind } from './rater-kind';

export interface FileRow {
  readonly line: number;
  readonly record: AssessmentRecord;
}

/** What the names of a file stand for. */
export interface Lookups {
  readonly file: string;
  /** Ids of people by external id. */
  readonly employees: ReadonlyMap<string, string>;
  /** Ids of cycles by name. */
  readonly cycles: ReadonlyMap<string, string>;
  /** By employee id. */
  readonly occupations: ReadonlyMap<string, readonly OccupationPeriod[]>;
  /** Who brings the file in: what others say of them is refused. */
  readonly importer: Pick<Importer, 'employeeId' | 'isToken'>;
}

export interface ResolvedRow {
  readonly line: number;
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  /** The person themselves for self; null: not named. */
  readonly raterId: string | null;
  readonly cycleId: string | null;
  readonly assessedOn: string;
  readonly soc: string;
  readonly ratings: readonly RatingRecord[];
}

/** The rows with ids instead of names; names that stand for nothing are faults. */
export function resolveRows(
  rows: readonly FileRow[],
  lookups: Lookups,
): { readonly resolved: ResolvedRow[]; readonly faults: FieldError[] } {
  const resolved: ResolvedRow[] = [];
  const faults: FieldError[] = [];
  for (const row of rows) {
    const found: string[] = [];
    const result = resolveRow(row, lookups, (detail) => found.push(detail));
    if (result && found.length === 0) resolved.push(result);
    for (const detail of found) faults.push({ pointer: `${lookups.file}:${row.line}`, detail });
  }
  return { resolved, faults };
}

function resolveRow(
  { line, record }: FileRow,
  lookups: Lookups,
  fault: (detail: string) => void,
): ResolvedRow | undefined {
  const find = (ids: ReadonlyMap<string, string>, name: string | null, missing: string): string | null => {
    const id = name === null ? null : ids.get(name);
    if (id === undefined) fault(missing.replace('%', () => quote(name ?? '')));
    return id ?? null;
  };
  const { employeeExternalId, raterKind, raterExternalId, assessedOn, ratings } = record;
  const employeeId = find(
    lookups.employees,
    employeeExternalId,
    'employee_external_id: nobody has the id %.',
  );
  const namedRater = find(lookups.employees, raterExternalId, 'rater_external_id: nobody has the id %.');
  const cycleId = find(lookups.cycles, record.cycle, 'cycle: there is no cycle %.');
  if (employeeId === null) return undefined;
  if (employeeId === lookups.importer.employeeId && raterKind !== 'self')
    fault(`employee_external_id: ${aboutImporter(lookups.importer)}.`);
  const soc = record.soc ?? occupationOnDay(lookups.occupations.get(employeeId) ?? [], assessedOn);
  if (soc === undefined) {
    fault(`occupation: ${quote(employeeExternalId)} had none on ${assessedOn}; name one.`);
    return undefined;
  }
  const raterId = raterKind === 'self' ? employeeId : namedRater;
  return { line, employeeId, raterKind, raterId, cycleId, assessedOn, soc, ratings };
}

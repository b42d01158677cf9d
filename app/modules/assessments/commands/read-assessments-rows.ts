import type { TenantContext } from '#db/tenancy';
import { codeWarnings } from '~/modules/people/domain/code-warnings';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listKnownOccupationCodes } from '~/modules/people/queries/list-known-occupation-codes';
import { listOccupationHistory } from '~/modules/people/queries/list-occupation-history';
import type { CsvTable } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { listBegunCycles } from '../data/cycles';
import { contradictions, writtenLevel } from '../domain/contradictions';
import { groupAssessments, type StatedAssessment } from '../domain/group-assessments';
import type { Importer } from '../domain/importer';
import { type FileRow, type Lookups, type ResolvedRow, resolveRows } from '../domain/resolve-rows';
import { type AssessmentsFile, readAssessmentsTable } from './read-assessments-table';

export interface AssessmentsRows {
  /** Rows without a fault. */
  readonly rows: readonly ResolvedRow[];
  /** What these rows state, by assessment. */
  readonly stated: readonly StatedAssessment[];
  /** By line, as `file:line`. */
  readonly faults: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/**
 * Reads a table of ratings, long or wide, and finds whom and what it names. A row with a fault is left out as a whole.
 * So is what others say of the importer. Throws InvalidInput when the table is none of ratings at all.
 */
export async function readAssessmentsRows(
  ctx: TenantContext,
  table: CsvTable,
  { today, importer }: { readonly today: string; readonly importer: Importer },
): Promise<AssessmentsRows> {
  const file = readAssessmentsTable(table, today);
  const lookups = { ...(await loadLookups(ctx, file.rows, table.file)), importer };
  const { resolved, faults: unresolved } = resolveRows(file.rows, lookups);
  const against = contradictions(resolved);
  const rows = resolved.filter(({ line }) => !against.has(line));
  const contradicting = [...against].flatMap(([line, found]) =>
    found.map(({ dimension, level, other }) => ({
      pointer: `${table.file}:${line}`,
      detail: `level: ${writtenLevel(level)} for ${dimension}, but line ${other.line} says ${writtenLevel(other.level)} in the same assessment.`,
    })),
  );
  return {
    rows,
    stated: groupAssessments(rows),
    faults: [...file.faults, ...unresolved, ...contradicting],
    warnings: [...file.warnings, ...(await occupationWarnings(ctx, file, table.file))],
  };
}

async function loadLookups(
  ctx: TenantContext,
  rows: readonly FileRow[],
  file: string,
): Promise<Omit<Lookups, 'importer'>> {
  const externalIds = new Set<string>();
  for (const { record } of rows) {
    externalIds.add(record.employeeExternalId);
    if (record.raterExternalId !== null) externalIds.add(record.raterExternalId);
  }
  const employees = await listIdsByExternalId(ctx, externalIds);
  const unnamed = rows.filter(({ record }) => record.soc === null);
  const ids = unnamed.flatMap(({ record }) => employees.get(record.employeeExternalId) ?? []);
  const history = await listOccupationHistory(ctx, [...new Set(ids)]);
  const cycles = new Map((await listBegunCycles(ctx)).map((cycle) => [cycle.name, cycle.cycleId]));
  return { file, employees, cycles, occupations: Map.groupBy(history, (row) => row.employeeId) };
}

async function occupationWarnings(
  ctx: TenantContext,
  { rows }: AssessmentsFile,
  file: string,
): Promise<FieldError[]> {
  const uses = rows.flatMap(({ line, record }) => (record.soc === null ? [] : [{ line, soc: record.soc }]));
  const codes = [...new Set(uses.map((use) => use.soc))];
  return codeWarnings(uses, await listKnownOccupationCodes(ctx, codes), file);
}

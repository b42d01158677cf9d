import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { type CsvTable, readCsv, refusal } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import { restoreFormula } from '~/shared/formula-cell';
import { lockPeopleImport } from '../data/import-lock';
import { listKnownCodes } from '../data/occupation-codes';
import { codeWarnings } from '../domain/code-warnings';
import { type PlannedPosition, type PositionLine, planPositions } from '../domain/plan-positions';
import { POSITION_COLUMNS, readPositionRow } from '../domain/position-row';
import { applyPositionChanges, type PositionChange } from './apply-position-changes';
import type { FileImport, ImportResult } from './import-employees';
import { type LoadedPositions, loadPositionNames } from './load-position-names';

export interface PositionsTable {
  readonly table: CsvTable;
  readonly today: string;
  /** Whether whoever imports may read horizons; else the column is not read. */
  readonly withHorizon: boolean;
}

/** What a file of positions would do. */
export interface PositionsPreview {
  readonly created: readonly PlannedPosition[];
  readonly changed: readonly PlannedPosition[];
  readonly unchanged: number;
  readonly rejected: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/** What a file would do, row by row; nothing is written. @throws InvalidInput for a file without the columns. */
export async function previewPositions(ctx: TenantContext, input: PositionsTable): Promise<PositionsPreview> {
  const { names: _names, ...preview } = await planTable(ctx, input);
  return preview;
}

/**
 * Brings the rows of a positions file in: all or none, or only those without a fault. Posts that the file does not name
 * stay as they are; whoever holds a post does so from today. Throws InvalidInput with the faulty lines.
 */
export async function importPositions(
  ctx: TenantContext,
  input: PositionsTable & { readonly goodRowsOnly?: boolean },
): Promise<ImportResult & { readonly rejected: readonly FieldError[] }> {
  await lockPeopleImport(ctx);
  const { created, changed, unchanged, rejected, warnings, names } = await planTable(ctx, input);
  if (rejected.length > 0 && !input.goodRowsOnly) throw refusal(input.table.file, rejected);
  const changes = [...created, ...changed].map((row) => changeOf(row, names));
  await applyPositionChanges(ctx, changes, input.today);
  return { created: created.length, changed: changed.length, unchanged, rejected, warnings };
}

/** A positions file of the command line: whole or not at all, as the operator of the installation. */
export async function importPositionsFile(
  ctx: TenantContext,
  { text, file, today }: FileImport,
): Promise<ImportResult> {
  const read = readCsv(text, file);
  const rows = read.rows.map((row) => ({ ...row, values: row.values.map(restoreFormula) }));
  const table = { ...read, rows };
  const { rejected: _none, ...result } = await importPositions(ctx, { table, today, withHorizon: true });
  return result;
}

async function planTable(
  ctx: TenantContext,
  { table, today, withHorizon }: PositionsTable,
): Promise<PositionsPreview & { readonly names: LoadedPositions }> {
  const named = nameColumns(table, POSITION_COLUMNS);
  const lines: PositionLine[] = [];
  const faults: FieldError[] = [];
  for (const { line, cells } of named.rows) {
    const pointer = `${table.file}:${line}`;
    const result = readPositionRow(withHorizon ? cells : { ...cells, horizon: undefined }, pointer);
    if (result.ok) lines.push({ pointer, record: result.record });
    else faults.push(...result.faults);
  }
  const incumbents = lines.flatMap(({ record }) => record.incumbentExternalId ?? []);
  const names = await loadPositionNames(ctx, today, incumbents);
  const plan = planPositions(lines, names);
  const uses = lines.flatMap(({ pointer, record: { soc } }) => (soc ? [{ line: lineOf(pointer), soc }] : []));
  const codes = await listKnownCodes(ctx, [...new Set(uses.map(({ soc }) => soc))]);
  const differing = plan.rows.filter(({ fields }) => fields.length > 0);
  return {
    created: differing.filter(({ before }) => before === null),
    changed: differing.filter(({ before }) => before !== null),
    unchanged: plan.rows.length - differing.length,
    rejected: inOrder([...faults, ...plan.faults]),
    warnings: [
      ...named.warnings,
      ...(table.header.includes('horizon') && !withHorizon ? [horizonWarning(table.file)] : []),
      ...codeWarnings(uses, new Set(codes), table.file),
    ],
    names,
  };
}

function horizonWarning(file: string): FieldError {
  return {
    pointer: `${file}:1`,
    detail: 'The column "horizon" was not read: horizons are written by HR partners.',
  };
}

function changeOf({ externalId, facts, ...row }: PlannedPosition, names: LoadedPositions): PositionChange {
  const before = names.rows.get(externalId);
  return {
    position: {
      positionId: before?.positionId ?? v7(),
      externalId,
      ...facts,
      closedOn: before?.closedOn ?? null,
      revision: (before?.revision ?? 0) + 1,
    },
    ...(row.incumbentId === undefined
      ? {}
      : { incumbent: { employeeId: row.incumbentId, from: names.today } }),
    ...(row.horizon === undefined ? {} : { horizon: row.horizon }),
  };
}

function inOrder(faults: readonly FieldError[]): FieldError[] {
  return [...faults].sort((a, b) => lineOf(a.pointer) - lineOf(b.pointer));
}

function lineOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf(':') + 1)) || 0;
}

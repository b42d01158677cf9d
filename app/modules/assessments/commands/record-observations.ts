import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import type { CsvTable } from '~/shared/csv';
import { refusal } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import { lockAssessmentsShared } from '../data/draft-assessments';
import {
  deleteEvidenceOf,
  listObservationsOf,
  listSupported,
  upsertObservations,
} from '../data/observations';
import { observationKey } from '../domain/observations/observation';
import { OBSERVATION_COLUMNS, readObservationRow } from '../domain/observations/observation-row';
import {
  type ObservationLine,
  type ObservationsPlan,
  type PlannedObservation,
  planObservations,
} from '../domain/observations/plan-observations';
import { observationReach } from '../queries/observation-rights';

type Recorder = Pick<Viewer, 'id' | 'kind' | 'role' | 'teamScope' | 'employeeId'>;

export interface ObservationsPreview extends ObservationsPlan {
  /** Columns that nothing reads. */
  readonly warnings: readonly FieldError[];
}

/** What a file of observations would do; nothing is written. @throws InvalidInput for a file without the columns. */
export async function previewObservations(
  ctx: TenantContext,
  viewer: Recorder,
  table: CsvTable,
): Promise<ObservationsPreview> {
  const { today } = await observationReach(ctx, viewer);
  const named = nameColumns(table, OBSERVATION_COLUMNS);
  const lines: ObservationLine[] = [];
  const faults: FieldError[] = [];
  for (const { line, cells } of named.rows) {
    const pointer = `${table.file}:${line}`;
    const result = readObservationRow(cells, { pointer, today });
    if (result.ok) lines.push({ pointer, record: result.record });
    else faults.push(...result.faults);
  }
  const plan = await planLines(ctx, viewer, lines);
  return { ...plan, faults: inOrder([...faults, ...plan.faults]), warnings: named.warnings };
}

/**
 * Brings the rows of an observations file in, all or only those without a fault. The same file again changes nothing.
 * @throws InvalidInput with the faulty lines.
 */
export async function importObservations(
  ctx: TenantContext,
  viewer: Recorder,
  { table, goodRowsOnly }: { readonly table: CsvTable; readonly goodRowsOnly: boolean },
): Promise<ObservationsPreview> {
  await lockAssessmentsShared(ctx);
  const plan = await previewObservations(ctx, viewer, table);
  if (plan.faults.length > 0 && !goodRowsOnly) throw refusal(table.file, plan.faults);
  await storePlan(ctx, viewer, plan);
  return plan;
}

/** Stores what a form says of several people. @throws InvalidInput with the fields at fault; nothing is stored then. */
export async function recordObservations(
  ctx: TenantContext,
  viewer: Recorder,
  lines: readonly ObservationLine[],
): Promise<ObservationsPlan> {
  await lockAssessmentsShared(ctx);
  const plan = await planLines(ctx, viewer, lines);
  if (plan.faults.length > 0) throw refusal('the form', plan.faults);
  await storePlan(ctx, viewer, plan);
  return plan;
}

async function planLines(
  ctx: TenantContext,
  viewer: Recorder,
  lines: readonly ObservationLine[],
): Promise<ObservationsPlan> {
  const { people: allowed } = await observationReach(ctx, viewer);
  const named = lines.flatMap(({ record }) =>
    [record.employeeExternalId, record.observerExternalId ?? []].flat(),
  );
  const employees = await listIdsByExternalId(ctx, new Set(named));
  const ids = new Set(lines.flatMap(({ record }) => employees.get(record.employeeExternalId) ?? []));
  const stored = await listObservationsOf(ctx, [...ids]);
  return planObservations(lines, {
    ...{ employees, allowed, enteredBy: viewer.employeeId },
    stored: new Map(stored.map((one) => [observationKey(one), one])),
  });
}

/** What a corrected observation supported is to be attached anew: it was accepted for what it said before. */
async function storePlan(
  ctx: TenantContext,
  viewer: Recorder,
  { created, changed }: ObservationsPlan,
): Promise<void> {
  const rows = [...created, ...changed];
  if (rows.length === 0) return;
  const corrected = changed.flatMap(({ observationId }) => observationId ?? []);
  const supported = corrected.length > 0 ? await listSupported(ctx, corrected) : [];
  if (supported.length > 0) await deleteEvidenceOf(ctx, corrected);
  await upsertObservations(
    ctx,
    rows.map((row) => rowOf(row, viewer.id)),
  );
  await markPeopleChanged(ctx, supported);
  const people = new Set(rows.map(({ employeeId }) => employeeId));
  const [only] = people;
  recordAudit(ctx, {
    action: 'observations.record',
    subject:
      people.size === 1 && only !== undefined
        ? { kind: 'employee', id: only }
        : { kind: 'organization', id: ctx.organizationId },
    details: { created: created.length, changed: changed.length, people: people.size },
  });
}

function rowOf({ pointer: _, observationId, ...facts }: PlannedObservation, recordedBy: string) {
  return { ...facts, observationId: observationId ?? v7(), recordedBy };
}

function inOrder(faults: readonly FieldError[]): FieldError[] {
  return [...faults].sort((a, b) => lineOf(a) - lineOf(b));
}

function lineOf({ pointer }: FieldError): number {
  return Number(pointer.slice(pointer.lastIndexOf(':') + 1)) || 0;
}

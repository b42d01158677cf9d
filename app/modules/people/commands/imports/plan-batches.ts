import { createHash, type Hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { listEmployeesByExternalId } from '../../data/employees';
import { listImportLines } from '../../data/import-lines';
import { listManagersEver } from '../../data/known-lines';
import type { EmployeeChange } from '../../domain/employee-differences';
import type { EmployeeRecord } from '../../domain/employee-row';
import type { EmployeeState } from '../../domain/employee-state';
import { keepFields } from '../../domain/imports/keep-fields';
import type { OwnableField } from '../../domain/owned-fields';
import { planEmployees } from '../../domain/plan-employees';
import { listOwnedFields } from '../../queries/list-owned-fields';
import { placedStateLoader } from '../load-employee-states';
import type { PreparedImport } from './prepare-import';
import type { RejectedRow } from './read-import-rows';
import { type StagedRow, stagedRowReader } from './staged-rows';

/** Rows that are planned together, fewer where they are long: what is known of so many people is in memory at a time. */
export const BATCH = 2_000;

export interface PlannedBatch {
  readonly created: readonly EmployeeChange[];
  readonly changed: readonly EmployeeChange[];
  readonly unchanged: number;
  /** Fields that stay because Cadre owns them, once for each person. */
  readonly kept: readonly string[];
  /** Lines of the file by external id. */
  readonly lines: ReadonlyMap<string, number>;
  /** Ids by external id of all whom the batch names; those who are new have theirs. */
  readonly employees: ReadonlyMap<string, string>;
  /** How many rows are planned so far, of all. */
  readonly share: number;
}

/**
 * Plans a prepared import batch by batch; what one batch stores changes no other, but that a batch with new people has to
 * be stored before the next one is asked for, which may have them as managers.
 */
export async function* planBatches(
  ctx: TenantContext,
  prepared: PreparedImport,
  importedBy: string | null,
): AsyncGenerator<PlannedBatch> {
  const { fresh, known, stated } = prepared;
  const all = Math.max(1, fresh.length + known.length + stated);
  let done = stated;
  if (stated > 0) yield { ...NOTHING, unchanged: stated, share: done / all };
  const plan = batchPlanner(ctx, prepared, importedBy);
  for (const numbers of [fresh, known]) {
    for (let from = 0; from < numbers.length; ) {
      const { rows, ...batch } = await plan([...numbers.subarray(from, from + BATCH)]);
      from += rows;
      done += rows;
      yield { ...batch, share: done / all };
    }
  }
}

const NOTHING: PlannedBatch = {
  ...{ created: [], changed: [], unchanged: 0, kept: [], lines: new Map(), employees: new Map(), share: 0 },
};

function batchPlanner(ctx: TenantContext, prepared: PreparedImport, importedBy: string | null) {
  const { importId, places } = prepared;
  const { today } = places;
  const read = stagedRowReader(prepared);
  const load = placedStateLoader(places);
  /** Plans the first of these rows; rows: how many. */
  return async (
    numbers: readonly number[],
  ): Promise<Omit<PlannedBatch, 'share'> & { readonly rows: number }> => {
    const rows = (await listImportLines(ctx, importId, numbers)).map(read);
    if (rows.length === 0) throw new Error('a row that was staged is no more');
    const { employees, ids } = await idsOf(ctx, rows);
    const managers = ids.length === 0 ? [] : await listManagersEver(ctx, ids);
    for (const { externalId, employeeId } of managers) employees.set(externalId, employeeId);
    const externalIdOf = new Map([...employees].map(([externalId, id]) => [id, externalId]));
    const states = ids.length === 0 ? new Map<string, EmployeeState>() : await load(ctx, ids, externalIdOf);
    const emails = emailsOf(rows, states);
    for (const [externalId, state] of states)
      states.set(externalId, { ...state, email: emails.get(externalId) ?? null });
    const owned = await listOwnedFields(ctx, ids);
    const options = { states, today, importedBy };
    const kept: string[] = [];
    const records = rows.map((row) => {
      const { externalId } = row.record;
      const fields = owned.get(employees.get(externalId) ?? '');
      const stated = row.withEmail(emails.get(externalId) ?? null);
      const state = states.get(externalId);
      if (!fields || !state) return stated;
      const record = keepFields(withoutOwned(stated, fields, state), { fields, state, today });
      kept.push(...keptFields({ stated, record, fields }, options));
      return record;
    });
    const plan = planEmployees(records, options);
    for (const { after } of plan.created) employees.set(after.externalId, v7());
    const lines = new Map(rows.map((row) => [row.record.externalId, row.line]));
    return { ...plan, kept, employees, lines, rows: rows.length };
  };
}

/** Who of the rows and of the managers that they state is known, and the ids of the rows' own people. */
async function idsOf(
  ctx: TenantContext,
  rows: readonly StagedRow[],
): Promise<{ employees: Map<string, string>; ids: string[] }> {
  const named = rows.flatMap(({ record }) => [
    record.externalId,
    record.managerExternalId ?? record.externalId,
  ]);
  const found = await listEmployeesByExternalId(ctx, [...new Set(named)]);
  const employees = new Map(found.map(({ externalId, employeeId }) => [externalId, employeeId]));
  return { employees, ids: rows.flatMap(({ record }) => employees.get(record.externalId) ?? []) };
}

/** E-mails as they were before this import took any away for others. */
function emailsOf(
  rows: readonly StagedRow[],
  states: ReadonlyMap<string, EmployeeState>,
): ReadonlyMap<string, string | null> {
  return new Map(
    rows.map(({ record: { externalId }, emailBefore }) => [
      externalId,
      emailBefore ?? states.get(externalId)?.email ?? null,
    ]),
  );
}

/** The row without e-mail and manager that Cadre owns, as it was held against others. */
function withoutOwned(
  record: EmployeeRecord,
  fields: ReadonlySet<OwnableField>,
  state: EmployeeState,
): EmployeeRecord {
  return {
    ...record,
    ...(fields.has('email') ? { email: state.email } : {}),
    ...(fields.has('managerExternalId') ? { managerExternalId: undefined } : {}),
  };
}

/** Owned fields that the row would have changed. */
function keptFields(
  row: {
    readonly stated: EmployeeRecord;
    readonly record: EmployeeRecord;
    readonly fields: ReadonlySet<string>;
  },
  options: Parameters<typeof planEmployees>[1],
): string[] {
  const changes = (record: EmployeeRecord) =>
    new Set(
      planEmployees([record], options).changed.flatMap(({ differences }) =>
        differences.map(({ field }) => field),
      ),
    );
  const [stated, left] = [changes(row.stated), changes(row.record)];
  return [...stated].filter((field) => row.fields.has(field) && !left.has(field));
}

/** Takes in what a plan says, so that the same plan made later is known as the same. */
export class PlanDigest {
  readonly #hash: Hash = createHash('sha256');

  add({ created, changed }: PlannedBatch): void {
    for (const { after } of created) this.#hash.update(`+${after.externalId}\n`);
    for (const { after, differences } of changed)
      this.#hash.update(`~${after.externalId} ${JSON.stringify(differences)}\n`);
  }

  /** Rows that are rejected, which end the plan. */
  addRejected(rows: readonly RejectedRow[]): void {
    for (const { line, faults } of rows) this.#hash.update(`-${line} ${JSON.stringify(faults)}\n`);
  }

  end(): string {
    return this.#hash.digest('hex');
  }
}

import { createHash, type Hash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { EmployeeChange } from '../../domain/employee-differences';
import type { EmployeeRecord } from '../../domain/employee-row';
import type { EmployeeState } from '../../domain/employee-state';
import { keepFields } from '../../domain/imports/keep-fields';
import { planEmployees } from '../../domain/plan-employees';
import { stateLoader } from '../load-employee-states';
import { listAsStated } from './list-as-stated';
import type { PreparedImport } from './prepare-import';
import type { ReadRow } from './read-import-rows';

/** Rows that are planned together: what is known of so many people is in memory at a time. */
const BATCH = 2_000;

export interface PlannedBatch {
  readonly created: readonly EmployeeChange[];
  readonly changed: readonly EmployeeChange[];
  readonly unchanged: number;
  /** Fields that stay because Cadre owns them, once for each person. */
  readonly kept: readonly string[];
  /** How many rows are planned so far. */
  readonly done: number;
}

/** Plans a prepared import batch by batch; what one batch stores changes no other. */
export async function* planBatches(
  ctx: TenantContext,
  prepared: PreparedImport,
  importedBy: string | null,
): AsyncGenerator<PlannedBatch> {
  const load = stateLoader(prepared.names);
  const { known, names, employees, rows } = prepared;
  const stated = await rowsAsStated(ctx, prepared);
  const left = rows.filter(({ record }) => !stated.has(record.externalId));
  let done = rows.length - left.length;
  if (done > 0) yield { created: [], changed: [], unchanged: done, kept: [], done };
  for (const batch of batches(left, BATCH)) {
    const ids = batch.flatMap(({ record: { externalId } }) =>
      known.has(externalId) ? (employees.get(externalId) ?? []) : [],
    );
    const states = new Map<string, EmployeeState>();
    // E-mails as they were before this import took any away for others.
    for (const [externalId, state] of ids.length === 0 ? [] : await load(ctx, ids))
      states.set(externalId, { ...state, email: known.get(externalId)?.email ?? null });
    const { today } = names;
    const options = { states, today, importedBy };
    const kept: string[] = [];
    const records = batch.map((row) => {
      const fields = prepared.owned.get(employees.get(row.record.externalId) ?? '');
      const state = states.get(row.record.externalId);
      if (!fields || !state) return row.record;
      const record = keepFields(row.record, { fields, state, today });
      kept.push(...keptFields(row, { ...options, record, fields }));
      return record;
    });
    const plan = planEmployees(records, options);
    done += batch.length;
    yield { ...plan, kept, done };
  }
}

/**
 * Rows that bring nothing new, by external id; of nobody of whom Cadre owns a field, nor of whom the file states another
 * address than there was before this import took any away.
 */
function rowsAsStated(
  ctx: TenantContext,
  { rows, owned, employees, names, known }: PreparedImport,
): Promise<ReadonlySet<string>> {
  const records = new Map<string, EmployeeRecord>();
  for (const { record } of rows) {
    const { externalId, email } = record;
    if (known.get(externalId)?.email !== email) continue;
    if (owned.size === 0 || !owned.has(employees.get(externalId) ?? '')) records.set(externalId, record);
  }
  return listAsStated(ctx, records, names);
}

/** Owned fields that the row would have changed. */
function keptFields(
  row: ReadRow,
  options: Parameters<typeof planEmployees>[1] & {
    readonly record: ReadRow['record'];
    readonly fields: ReadonlySet<string>;
  },
): string[] {
  const changes = (record: ReadRow['record']) =>
    new Set(
      planEmployees([record], options).changed.flatMap(({ differences }) =>
        differences.map(({ field }) => field),
      ),
    );
  const [stated, left] = [changes(row.stated), changes(options.record)];
  return [...stated].filter((field) => options.fields.has(field) && !left.has(field));
}

/** Takes in what a plan says, so that the same plan made later is known as the same. */
export class PlanDigest {
  readonly #hash: Hash = createHash('sha256');

  add({ created, changed }: PlannedBatch): void {
    for (const { after } of created) this.#hash.update(`+${after.externalId}\n`);
    for (const { after, differences } of changed)
      this.#hash.update(`~${after.externalId} ${JSON.stringify(differences)}\n`);
  }

  /** With the rows that are rejected, which end the plan. */
  end(prepared: PreparedImport): string {
    for (const { line, faults } of prepared.rejected)
      this.#hash.update(`-${line} ${JSON.stringify(faults)}\n`);
    return this.#hash.digest('hex');
  }
}

import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { refusal } from '~/shared/csv';
import type { LooseTable } from '~/shared/loose-table';
import { deleteEmails } from '../../data/employees';
import { type ImportRow, updateImport } from '../../data/imports';
import { listSites } from '../../data/sites';
import { listTeamPlaces } from '../../data/teams';
import type { ImportLayout } from '../../domain/imports/import-layout';
import type { ImportCounts } from '../../domain/imports/import-report';
import { faultWords } from '../../domain/imports/row-fault';
import { applyPlannedChanges } from '../apply-employee-changes';
import type { KnownNames } from '../load-employee-states';
import { countRows, emptyCounts } from './import-counts';
import { keepChanges } from './keep-changes';
import { PlanDigest, type PlannedBatch, planBatches } from './plan-batches';
import { type PreparedImport, prepareImport } from './prepare-import';

export interface ApplyInput {
  readonly row: ImportRow;
  readonly table: LooseTable;
  readonly layout: ImportLayout;
  readonly today: string;
  /** Who confirms the occupations of the file; null: nobody does yet. */
  readonly importedBy: string | null;
  /** Nothing is taken when a row is rejected. */
  readonly refuseRejected: boolean;
  readonly report: (share: number) => void;
  readonly signal?: AbortSignal;
}

export interface AppliedImport {
  readonly counts: ImportCounts;
  /** What was done, as the preview's digest. */
  readonly digest: string;
  readonly prepared: PreparedImport;
}

/**
 * Takes the good rows of a file of people, in the caller's transaction, which holds the lock of imports: all of them or,
 * where it does not commit, none. What was known of whom it changes is kept for taking it back.
 * @throws InvalidInput with the rejected rows when nothing is to be taken then.
 */
export async function applyImport(ctx: TenantContext, input: ApplyInput): Promise<AppliedImport> {
  const { row, table, importedBy } = input;
  const prepared = await prepareImport(ctx, input);
  if (input.refuseRejected && prepared.rejected.length > 0) throw rejection(table.file, prepared);
  await releaseEmails(ctx, prepared);
  const counts = { ...emptyCounts(), rejected: prepared.rejected.length };
  const digest = new PlanDigest();
  // A batch is stored while the next one is planned.
  let stored = Promise.resolve(prepared.names);
  for await (const batch of planBatches(ctx, prepared, importedBy)) {
    const names = await stored;
    input.signal?.throwIfAborted();
    digest.add(batch);
    countRows(counts, batch);
    stored = storeBatch(ctx, row.importId, { batch, prepared: { ...prepared, names } });
    // Told when it is awaited; whoever stops before that has been told something else.
    stored.catch(() => {});
    input.report((batch.done / prepared.rows.length) * 0.9);
  }
  await stored;
  return { counts, digest: digest.end(prepared), prepared };
}

/** Notes in the import and in the audit log that it is applied. */
export async function closeImport(
  ctx: TenantContext,
  row: Pick<ImportRow, 'importId' | 'header' | 'askedByKind' | 'askedBy'>,
  counts: ImportCounts,
): Promise<void> {
  await updateImport(ctx, row.importId, {
    state: 'applied',
    counts,
    header: row.header === null ? null : { ...row.header, samples: [], words: [] },
    appliedAt: ctx.now,
    replanned: false,
  });
  const { kept: _, missing: __, ...details } = counts;
  recordAudit(
    ctx,
    {
      action: 'employees.import',
      subject: { kind: 'organization', id: ctx.organizationId },
      details,
    },
    { kind: row.askedByKind, id: row.askedBy },
  );
}

interface BatchInput {
  readonly batch: PlannedBatch;
  readonly prepared: PreparedImport;
}

/** @returns the names as they are then: teams or sites may have been added. */
async function storeBatch(
  ctx: TenantContext,
  importId: string,
  { batch, prepared: { employees, names } }: BatchInput,
): Promise<KnownNames> {
  const changes = [...batch.created, ...batch.changed];
  if (changes.length === 0) return names;
  const { ids, added } = await applyPlannedChanges(ctx, changes, { employees, names });
  await keepChanges(ctx, importId, changes, ids);
  return added ? { ...names, places: await listTeamPlaces(ctx), sites: await listSites(ctx) } : names;
}

/** Takes e-mails away that the file gives to others, so that people of different batches can exchange them: each of them gets another, or none. */
async function releaseEmails(ctx: TenantContext, { names, known, rows }: PreparedImport): Promise<void> {
  const given = new Map<string, string>();
  for (const { record } of rows) {
    const { externalId, email } = record;
    const own = email?.toLowerCase();
    if (own !== undefined && known.get(externalId)?.email?.toLowerCase() !== own) given.set(own, externalId);
  }
  if (given.size === 0) return;
  const ids = names.directory.flatMap(({ employeeId, email }) =>
    email !== null && given.has(email.toLowerCase()) ? [employeeId] : [],
  );
  await deleteEmails(ctx, ids);
}

function rejection(file: string, { rejected }: PreparedImport) {
  return refusal(
    file,
    rejected.flatMap(({ line, faults }) =>
      faults.map((fault) => ({ pointer: `${file}:${line}`, detail: faultWords(fault) })),
    ),
  );
}

import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { LISTED_FAULTS, refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import type { StreamedTable } from '~/shared/streamed-table';
import { deleteImportLines, updateUsualJoins, updateWholeJoins } from '../../data/import-lines';
import { type ImportRow, updateImport } from '../../data/imports';
import { updateReleasedEmails } from '../../data/known-lines';
import { listSites } from '../../data/sites';
import { listTeamPlaces } from '../../data/teams';
import type { ImportLayout } from '../../domain/imports/import-layout';
import type { ImportCounts } from '../../domain/imports/import-report';
import { faultWords } from '../../domain/imports/row-fault';
import { applyPlannedChanges } from '../apply-employee-changes';
import type { Places } from '../load-names-of';
import { countRows, emptyCounts } from './import-counts';
import { keepChanges } from './keep-changes';
import { PlanDigest, type PlannedBatch, planBatches } from './plan-batches';
import { type PreparedImport, prepareImport } from './prepare-import';
import { rejectedPages } from './staged-rows';

export interface ApplyInput {
  readonly row: ImportRow;
  readonly table: StreamedTable;
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
}

/**
 * Takes the good rows of a file of people, in the caller's transaction, which holds the lock of imports: all of them or,
 * where it does not commit, none. What was known of whom it changes is kept for taking it back.
 * @throws InvalidInput with the rejected rows when nothing is to be taken then.
 */
export async function applyImport(ctx: TenantContext, input: ApplyInput): Promise<AppliedImport> {
  const { table, layout, today, importedBy, signal } = input;
  const { importId } = input.row;
  const check = () => signal?.throwIfAborted();
  const prepared = await prepareImport(ctx, importId, { table, layout, today, check });
  if (input.refuseRejected && prepared.rejected > 0) throw await rejection(ctx, table.file, prepared);
  if (layout.columns.email !== undefined) await releaseEmails(ctx, prepared);
  const counts = { ...emptyCounts(), rejected: prepared.rejected };
  const digest = new PlanDigest();
  let stored = Promise.resolve(prepared.places);
  for await (const batch of planBatches(ctx, prepared, importedBy)) {
    const places = await stored;
    check();
    digest.add(batch);
    countRows(counts, batch);
    stored = storeBatch(ctx, importId, { batch, places });
    // Told when it is awaited; whoever stops before that has been told something else.
    stored.catch(() => {});
    input.report(batch.share * 0.9);
    // New people are there before others name them; else a batch is stored while the next one is planned.
    if (batch.created.length > 0) await stored;
  }
  await stored;
  for await (const page of rejectedPages(ctx, prepared)) digest.addRejected(page);
  await deleteImportLines(ctx, importId);
  return { counts, digest: digest.end() };
}

/** Takes e-mails away that rows give to others. */
async function releaseEmails(ctx: TenantContext, { importId, fresh, known }: PreparedImport): Promise<void> {
  if (fresh.length + known.length === 0) return;
  await updateWholeJoins(ctx);
  await updateReleasedEmails(ctx, importId, [...fresh, ...known]);
  await updateUsualJoins(ctx);
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
  readonly places: Places;
}

/** @returns the places as they are then: teams or sites may have been added. */
async function storeBatch(
  ctx: TenantContext,
  importId: string,
  { batch, places }: BatchInput,
): Promise<Places> {
  const changes = [...batch.created, ...batch.changed];
  if (changes.length === 0) return places;
  const { employees } = batch;
  const { added } = await applyPlannedChanges(ctx, changes, {
    ...{ employees, names: places },
    beside: (ids) => keepChanges(ctx, importId, changes, ids),
  });
  return added ? { ...places, places: await listTeamPlaces(ctx), sites: await listSites(ctx) } : places;
}

async function rejection(ctx: TenantContext, file: string, prepared: PreparedImport) {
  const listed: FieldError[] = [];
  let faults = 0;
  for await (const page of rejectedPages(ctx, prepared))
    for (const row of page) {
      faults += row.faults.length;
      if (listed.length >= LISTED_FAULTS) continue;
      listed.push(
        ...row.faults.map((fault) => ({ pointer: `${file}:${row.line}`, detail: faultWords(fault) })),
      );
    }
  return refusal(file, listed, faults);
}

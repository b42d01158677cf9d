import type { Actor, TenantContext } from '#db/tenancy';
import { importerOf } from '~/modules/assessments/queries/importer-of';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { getUpload } from '~/modules/organizations/queries/read-upload';
import { holdErasures, holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { applyImport, closeImport } from '~/modules/people/commands/imports/apply-import';
import { closeTable } from '~/modules/people/commands/imports/close-table';
import { type ImportRow, openImport } from '~/modules/people/commands/imports/open-import';
import { type PlanInput, planImport } from '~/modules/people/commands/imports/plan-import';
import { rememberLayout } from '~/modules/people/commands/imports/remember-layout';
import { type ImportStep, importStepInput } from '~/modules/people/commands/imports/start-import';
import { storeTablePlan } from '~/modules/people/commands/imports/store-table-plan';
import { waitForColumns } from '~/modules/people/commands/imports/wait-for-columns';
import { EMPLOYEE_COLUMNS } from '~/modules/people/domain/employee-row';
import { countLines } from '~/modules/people/domain/imports/count-lines';
import type { ImportCounts, ImportKind } from '~/modules/people/domain/imports/import-report';
import { confirmerOf } from '~/modules/people/domain/stated-facts';
import { namedTable } from '~/modules/people/queries/named-table';
import type { CsvTable } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import { type LooseTable, strictTable } from '~/shared/loose-table';
import { TABLE_COLUMNS, TABLE_KINDS, TABLE_PLANS } from '../import-table-kinds';
import { openSentTable, type SentTable } from '../open-sent-table';
import { type OperationRun, runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';
import { linkToImport, undoImportedFile } from '../undo-imported-file';

interface Run extends OperationRun<ImportStep> {
  /** The user who made the token that asked; null: nobody of the organization, or no token asked. */
  readonly madeBy: string | null;
}

/** The plan that was shown is not the one that would be applied: something changed meanwhile. */
class PlanChanged extends Error {}

/**
 * A step of an import of a file: its preview, its application, or both at once. What is applied is one transaction, which
 * also ends the operation: killed at any line it leaves nothing and begins again.
 */
export const importFile: TenantTask<'import-file'> = ({ payload, ...task }) =>
  runOperation(task, { ...payload, input: importStepInput }, async (begun) => {
    const run: Run = { ...begun, madeBy: await task.makerOf(begun.requestedBy) };
    if (run.input.step === 'undo') return undoImportedFile(run);
    const { importId, uploadId } = run.input;
    const table = await openSentTable({ importId, uploadId: uploadId ?? '', inTenant: run.inTenant });
    run.signal.throwIfAborted();
    run.report(0.1);
    if (run.input.step === 'plan') return plan(run, table, false);
    try {
      return await apply(run, table);
    } catch (error) {
      if (!(error instanceof PlanChanged)) throw error;
      return plan(run, table, true);
    }
  });

function plan(run: Run, sent: SentTable, replanned: boolean) {
  const { input, requestedBy, inTenant, signal } = run;
  return inTenant(async (ctx) => {
    await holdErasures(ctx);
    await requireFile(ctx, run);
    const row = await openImport(ctx, input.importId);
    const counts = await planKind(ctx, {
      row,
      sent,
      replanned,
      today: await organizationDay(ctx),
      importedBy: requestedBy,
      madeBy: run.madeBy,
      everybody: input.everybody,
      words: input.words,
      report: (share) => {
        signal.throwIfAborted();
        run.report(0.1 + share * 0.9);
      },
    });
    const again = replanned
      ? ['Something changed meanwhile, so the preview was made anew. Nothing is applied.']
      : [];
    const told = counts ? countLines(counts, row.kind) : ['The columns of the file wait to be named.'];
    const result = { summary: [...again, ...told], link: linkToImport(run.input) };
    await finishOperation(ctx, run.operationId, result);
    return result;
  });
}

/** The file as it was read is still to be kept: an erasure takes all of them away. @throws NotFound */
async function requireFile(ctx: TenantContext, { input }: Run): Promise<void> {
  await getUpload(ctx, input.uploadId ?? '');
}

/** The preview by the kind of table; null: it waits for its columns to be named. */
async function planKind(ctx: TenantContext, file: FilePlan): Promise<ImportCounts | null> {
  const { row, sent, today, replanned, importedBy } = file;
  if (sent.kind === 'streamed')
    return planImport(ctx, { ...file, table: await sent.open(ctx), importedBy: confirmerOf(importedBy) });
  const { table } = sent;
  const planTable = row.kind === 'employees' ? undefined : TABLE_PLANS[row.kind];
  if (!planTable) throw new InvalidInput('There is no preview of such a file here.');
  const importer = await importerOf(ctx, importedBy, file.madeBy);
  const named = await underOwnNames(ctx, row.kind, table);
  if (TABLE_COLUMNS[row.kind]?.faults(named).length) {
    await waitForColumns(ctx, row.importId, table);
    return null;
  }
  const input = { table: named, today, importer, goodRowsOnly: true };
  return storeTablePlan(ctx, { row, table, replanned, plan: await planTable(ctx, input) });
}

/** The table with its columns as somebody named them by hand, where the kind lets them be named. */
async function underOwnNames(ctx: TenantContext, kind: ImportKind, table: LooseTable): Promise<CsvTable> {
  const strict = strictTable(table);
  const naming = TABLE_COLUMNS[kind];
  return naming ? namedTable(ctx, naming, strict) : strict;
}

type FilePlan = Omit<PlanInput, 'importedBy' | 'table'> &
  Pick<Run, 'madeBy'> & { readonly importedBy: Actor; readonly sent: SentTable };

function apply(run: Run, sent: SentTable) {
  const { input, requestedBy, inTenant, signal } = run;
  return inTenant(async (ctx) => {
    await holdImportsOfPeople(ctx);
    await requireFile(ctx, run);
    const row = await openImport(ctx, input.importId);
    const today = await organizationDay(ctx);
    if (row.kind !== 'employees' && sent.kind === 'whole')
      return end(ctx, run, await takeTable(ctx, run, { row, today, kind: row.kind, table: sent.table }));
    if (sent.kind === 'whole') throw new Error('a file of people was read as another kind');
    const shared = { table: await sent.open(ctx), today, importedBy: confirmerOf(requestedBy) };
    const planned = input.step === 'take' ? await planInside(ctx, run, { row, ...shared }) : row;
    if (planned.layout === null) throw new PlanChanged();
    const applied = await applyImport(ctx, {
      ...shared,
      row: planned,
      layout: planned.layout,
      refuseRejected: !leavesOut(run),
      signal,
      report: (share) => run.report(0.1 + share * 0.9),
    });
    if (applied.digest !== planned.planDigest) throw new PlanChanged();
    const counts = { ...applied.counts, missing: planned.counts?.missing ?? 0 };
    await closeImport(ctx, planned, counts);
    if (input.step === 'take') {
      const { words } = input;
      await rememberLayout(ctx, { header: shared.table.header, layout: planned.layout, words });
    }
    return end(ctx, run, { kind: 'employees', counts });
  });
}

interface TakenFile {
  readonly row: ImportRow;
  readonly kind: Exclude<ImportKind, 'employees'>;
  readonly table: LooseTable;
  readonly today: string;
}

/** Takes a table that is no list of people. */
async function takeTable(
  ctx: TenantContext,
  run: Run,
  { row, kind, table, today }: TakenFile,
): Promise<Ended> {
  const { input, requestedBy } = run;
  const importer = await importerOf(ctx, requestedBy, run.madeBy);
  const { importId } = row;
  const given = { table: await underOwnNames(ctx, kind, table), today, importer, importId };
  const strict = { ...given, goodRowsOnly: leavesOut(run), withHorizon: input.withHorizon };
  const taken = await TABLE_KINDS[kind](ctx, strict);
  if (input.step === 'apply' && taken.digest !== row.planDigest) throw new PlanChanged();
  return { kind, counts: await closeTable(ctx, row, taken) };
}

const leavesOut = ({ input }: Run) => input.rejected === 'leave_out';

/** Plans within the transaction that applies it. Throws InvalidInput for a file whose columns have other names. */
async function planInside(
  ctx: TenantContext,
  { input, signal }: Run,
  file: Omit<PlanInput, 'everybody' | 'remember' | 'replanned' | 'report'>,
): Promise<ImportRow> {
  const { everybody, words } = input;
  const report = () => signal.throwIfAborted();
  const said = { everybody, words, remember: false, replanned: false };
  const counts = await planImport(ctx, { ...file, ...said, report });
  if (counts === null) {
    const detail = `The columns of ${file.table.file} are not named as Cadre names them: ${OWN_COLUMNS}. Rename them, or send a file with these columns once in the page Imports and say there which is which: it is remembered.`;
    throw new InvalidInput(detail, [{ pointer: `${file.table.file}:${file.table.headerLine}`, detail }]);
  }
  return openImport(ctx, input.importId);
}

const OWN_COLUMNS = [...EMPLOYEE_COLUMNS.required, ...EMPLOYEE_COLUMNS.optional].join(', ');

interface Ended {
  readonly kind: ImportKind;
  readonly counts: ImportCounts;
}

/** Ends the operation in the transaction of the import; the file is no longer needed. */
async function end(ctx: TenantContext, run: Run, { kind, counts }: Ended) {
  await run.checkpoint();
  const result = { summary: countLines(counts, kind), link: linkToImport(run.input) };
  if (run.input.uploadId) await removeUpload(ctx, run.input.uploadId);
  await finishOperation(ctx, run.operationId, result);
  return result;
}

import type { TenantContext } from '#db/tenancy';
import { listEmployeesByExternalId } from '../../data/employees';
import { listFaultyLines, listSharingLines, type StoredLine } from '../../data/import-lines';
import type { EmployeeRecord } from '../../domain/employee-row';
import { settledFault } from '../../domain/imports/line-fault';
import { withAllFaults } from '../../domain/imports/refused-rows';
import { cellsOfText } from '../../domain/imports/stated-line';
import { listOwnedFields } from '../../queries/list-owned-fields';
import type { PreparedImport } from './prepare-import';
import { type RejectedRow, rejectedRow, rowReader, storable } from './read-import-rows';

type Staged = Pick<PreparedImport, 'importId' | 'header' | 'layout'>;

/** A row read again from its cells. */
export interface StagedRow {
  readonly line: number;
  readonly record: EmployeeRecord;
  /** The e-mail that the person had before the import gave it to somebody else, or that Cadre owns. */
  readonly emailBefore: string | null;
  /** What the row states, where a file without e-mails states that which is known. */
  readonly withEmail: (known: string | null) => EmployeeRecord;
}

/** Reads staged rows that can be read. */
export function stagedRowReader({
  header,
  layout,
}: Omit<Staged, 'importId'>): (line: StoredLine) => StagedRow {
  const read = rowReader(header, layout);
  const hasEmails = layout.columns.email !== undefined;
  return ({ line, cells, emailBefore }) => {
    const { record } = read(cellsOfText(cells));
    if (!record) throw new Error('a row that was read cannot be read again');
    const withEmail = (email: string | null) => (hasEmails ? record : { ...record, email });
    return { line, record, emailBefore, withEmail };
  };
}

const PAGE = 1_000;

/** The rows that are not taken, each with all that is wrong with it, in order, page by page. */
export async function* rejectedPages(ctx: TenantContext, staged: Staged): AsyncGenerator<RejectedRow[]> {
  const { importId, header, layout } = staged;
  const read = rowReader(header, layout);
  for (let after = 0; ; ) {
    const lines = await listFaultyLines(ctx, importId, { after, limit: PAGE });
    const page = lines.map((line) => rejectedOf(line, read(cellsOfText(line.cells))));
    if (page.length > 0) yield allFaultsOf(ctx, importId, page);
    if (lines.length < PAGE) return;
    after = lines.at(-1)?.number ?? after;
  }
}

/** The rows of a page with all of their faults, and without managers that Cadre owns. */
async function allFaultsOf(
  ctx: TenantContext,
  importId: string,
  page: readonly RejectedRow[],
): Promise<RejectedRow[]> {
  const externalIds = [
    ...new Set(page.flatMap(({ externalId, manager }) => [externalId, manager ?? externalId])),
  ].filter((externalId) => externalId !== '');
  const known = await listEmployeesByExternalId(ctx, externalIds);
  const employees = new Map(known.map(({ externalId, employeeId }) => [externalId, employeeId]));
  const owned = await listOwnedFields(ctx, employees.values());
  const ownsManager = (externalId: string) =>
    owned.get(employees.get(externalId) ?? '')?.has('managerExternalId') === true;
  const refused = page.map((row) =>
    row.manager === row.externalId || ownsManager(row.externalId) ? { ...row, manager: null } : row,
  );
  const emails = page.flatMap(({ email }) => (email === null ? [] : [storable(email.toLowerCase())]));
  const rows = await listSharingLines(ctx, importId, { externalIds, emails });
  const taken = new Set(rows.flatMap(({ externalId, isGood }) => (isGood ? [externalId] : [])));
  const isTaken = (externalId: string) => employees.has(externalId) || taken.has(externalId);
  return withAllFaults(refused, { rows, isTaken });
}

function rejectedOf(
  { line, cells: text, fault, emailBefore }: StoredLine,
  row: ReturnType<ReturnType<typeof rowReader>>,
): RejectedRow {
  const cells = cellsOfText(text);
  if (!row.record) return rejectedRow({ line, ...row.named, cells }, row.faults);
  const record = emailBefore === null ? row.record : { ...row.record, email: emailBefore };
  const { externalId, name, email, managerExternalId } = record;
  const named = { externalId, name, email, manager: managerExternalId ?? null };
  return rejectedRow({ line, ...named, cells }, [settledFault(fault ?? '', record)]);
}

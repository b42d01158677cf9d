import type { TenantContext } from '#db/tenancy';
import { listFaultyLines, type RefusedLine, type StoredLine } from '../../data/import-lines';
import type { EmployeeRecord } from '../../domain/employee-row';
import { allFaults } from '../../domain/imports/all-faults';
import { settledFault } from '../../domain/imports/line-fault';
import { cellsOfText } from '../../domain/imports/stated-line';
import type { PreparedImport } from './prepare-import';
import { type RejectedRow, rejectedRow, rowReader } from './read-import-rows';

type Staged = Pick<PreparedImport, 'importId' | 'header' | 'layout' | 'rejected'>;

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
}: Pick<Staged, 'header' | 'layout'>): (line: StoredLine) => StagedRow {
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

/** The rows that are not taken, each with all that is wrong with it (updateOtherLines), in order, page by page. */
export async function* rejectedPages(ctx: TenantContext, staged: Staged): AsyncGenerator<RejectedRow[]> {
  const { importId, header, layout, rejected } = staged;
  const read = rowReader(header, layout);
  for (let [after, told] = [0, 0]; told < rejected; ) {
    const lines = await listFaultyLines(ctx, importId, { after, limit: PAGE });
    if (lines.length === 0) throw new Error('a row that is not taken is no more');
    told += lines.length;
    yield lines.map((line) => rejectedOf(line, read(cellsOfText(line.cells))));
    after = lines.at(-1)?.number ?? after;
  }
}

function rejectedOf(line: RefusedLine, row: ReturnType<ReturnType<typeof rowReader>>): RejectedRow {
  const refused = withFirstFaults(line, row);
  return { ...refused, faults: allFaults(refused, line) };
}

function withFirstFaults(
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

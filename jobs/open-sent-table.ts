import type { TenantContext } from '#db/tenancy';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';
import { openImport } from '~/modules/people/commands/imports/open-import';
import { isMendedHeader } from '~/modules/people/commands/imports/remember-layout';
import type { ImportKind } from '~/modules/people/domain/imports/import-report';
import { headerBefore, mendedStream, mendedTable } from '~/modules/people/domain/imports/mended-table';
import { findNamedColumns } from '~/modules/people/queries/named-table';
import type { LooseTable } from '~/shared/loose-table';
import { isWorkbook } from '~/shared/read-workbook';
import { openTextTable, type StreamedTable, streamedTable } from '~/shared/streamed-table';
import { readSentTable } from '~/tables/read-sent-table';
import { TABLE_COLUMNS } from './import-table-kinds';

/** The table of a file that is to be imported. */
export type SentTable =
  | { readonly kind: 'whole'; readonly table: LooseTable }
  /** Read piece by piece, in the transaction that takes its rows. */
  | { readonly kind: 'streamed'; readonly open: (ctx: TenantContext) => Promise<StreamedTable> };

interface Sent {
  readonly importId: string;
  readonly uploadId: string;
  readonly inTenant: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
}

/**
 * The table of an upload: of people and in text piece by piece; of any other kind whole; a workbook is read whole in a
 * thread with bounds of its own before the transaction, and then given piece by piece as well.
 */
export async function openSentTable({ importId, uploadId, inTenant }: Sent): Promise<SentTable> {
  const upload = await inTenant((ctx) => getUpload(ctx, uploadId));
  const { kind } = await inTenant((ctx) => openImport(ctx, importId));
  if (kind === 'employees' && !(await beginsAsWorkbook(readUpload(inTenant, upload))))
    return {
      kind: 'streamed',
      open: async (ctx) => {
        const table = await openTextTable(() => readUpload((work) => work(ctx), upload), upload.name);
        return (await isMendedHeader(ctx, table.header)) ? mendedStream(table) : table;
      },
    };
  const pieces: Uint8Array[] = [];
  for await (const piece of readUpload(inTenant, upload)) pieces.push(piece);
  const table = await readSentTable(Buffer.concat(pieces), upload.name);
  if (kind !== 'employees')
    return {
      kind: 'whole',
      table: (await inTenant((ctx) => isMendedTable(ctx, kind, table))) ? mendedTable(table) : table,
    };
  return {
    kind: 'streamed',
    open: async (ctx) =>
      streamedTable((await isMendedHeader(ctx, table.header)) ? mendedTable(table) : table),
  };
}

/**
 * Whether a table that is no list of people ends with the columns that Cadre adds to rejected rows (isMendedHeader); kinds
 * whose columns cannot be named have Cadre's alone before them.
 */
async function isMendedTable(
  ctx: TenantContext,
  kind: Exclude<ImportKind, 'employees'>,
  { file, header }: LooseTable,
): Promise<boolean> {
  const before = headerBefore(header);
  const naming = TABLE_COLUMNS[kind];
  if (before === null || !naming) return before !== null;
  if (naming.faults({ file, header: before, rows: [] }).length === 0) return true;
  const isNamed = async (names: readonly string[]) =>
    (await findNamedColumns(ctx, naming.kind, names)) !== null;
  return !(await isNamed(header)) && (await isNamed(before));
}

async function beginsAsWorkbook(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const piece of bytes) return isWorkbook(piece);
  return false;
}

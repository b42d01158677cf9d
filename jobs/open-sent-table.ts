import type { TenantContext } from '#db/tenancy';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';
import { openImport } from '~/modules/people/commands/imports/open-import';
import type { LooseTable } from '~/shared/loose-table';
import { isWorkbook } from '~/shared/read-workbook';
import { openTextTable, type StreamedTable, streamedTable } from '~/shared/streamed-table';
import { readSentTable } from '~/tables/read-sent-table';

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
      open: (ctx) => openTextTable(() => readUpload((work) => work(ctx), upload), upload.name),
    };
  const pieces: Uint8Array[] = [];
  for await (const piece of readUpload(inTenant, upload)) pieces.push(piece);
  const table = await readSentTable(Buffer.concat(pieces), upload.name);
  if (kind !== 'employees') return { kind: 'whole', table };
  return { kind: 'streamed', open: async () => streamedTable(table) };
}

async function beginsAsWorkbook(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const piece of bytes) return isWorkbook(piece);
  return false;
}

import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';
import type { CsvTable } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { strictTable } from '~/shared/loose-table';
import { readSentTable } from '~/tables/read-sent-table';
import { readForm } from './read-form.server';
import { receiveForm } from './receive-form.server';
import type { BodyStage } from './tenant-route.server';

/** A form about a table that is looked at first and taken in by the form that follows. */
export interface TableForm {
  /** The other fields; none of them comes twice, but for forms with a file: there the last one counts. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where the table is stored; the form that follows names it in its field `upload`. */
  readonly uploadId: string;
  readonly table: CsvTable;
  /** Whether the table came with this form. */
  readonly isNew: boolean;
}

/**
 * Stores the file of a form, or finds the stored one that the form names, and reads its table before any transaction
 * opens. @throws InvalidInput without either, and for what is no table; of a refused file nothing is kept.
 */
export async function readTableForm(
  request: Request,
  stage: BodyStage,
  limits: { readonly maxBytes: number },
): Promise<TableForm> {
  if (request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data')) {
    const { fields, upload } = await receiveForm(request, stage, limits);
    const { uploadId } = upload;
    try {
      return { fields, uploadId, table: await loadTable(stage, uploadId), isNew: true };
    } catch (error) {
      await stage.inTenant((ctx) => removeUpload(ctx, uploadId));
      throw error;
    }
  }
  const form = [...(await readForm(request)).entries()];
  const { upload: uploadId = '', ...fields } = Object.fromEntries(
    form.map(([name, value]) => [name, String(value)]),
  );
  if (new Set(form.map(([name]) => name)).size < form.length || !isAnyUuid(uploadId))
    throw new InvalidInput('The form could not be read. Choose the file again.');
  return { fields, uploadId, table: await loadTable(stage, uploadId), isNew: false };
}

async function loadTable({ inTenant }: BodyStage, uploadId: string): Promise<CsvTable> {
  const upload = await inTenant((ctx) => getUpload(ctx, uploadId));
  const pieces: Uint8Array[] = [];
  for await (const piece of readUpload(inTenant, upload)) pieces.push(piece);
  return strictTable(await readSentTable(Buffer.concat(pieces), upload.name));
}

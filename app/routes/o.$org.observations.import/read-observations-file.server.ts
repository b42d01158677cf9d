import { readTableForm, type TableForm } from '~/http/read-table-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { InvalidInput } from '~/shared/errors';

/** What the page is asked to do with a file. */
export interface ImportWish extends Pick<TableForm, 'uploadId' | 'table'> {
  /** look: say what it would do; whole: only as a whole; good: only rows without a fault. */
  readonly intent: 'look' | 'whole' | 'good';
}

const MAX_BYTES = 16 * 1024 * 1024;

/** A form with a file is looked at; the form that follows names the stored file. Throws InvalidInput. */
export async function readObservationsFile(request: Request, stage: BodyStage): Promise<ImportWish> {
  const { fields, uploadId, table, isNew } = await readTableForm(request, stage, { maxBytes: MAX_BYTES });
  if (isNew) return { uploadId, table, intent: 'look' };
  const { intent, ...others } = fields;
  if ((intent !== 'whole' && intent !== 'good') || Object.keys(others).length > 0)
    throw new InvalidInput('The form could not be read. Choose the file again.');
  return { uploadId, table, intent };
}

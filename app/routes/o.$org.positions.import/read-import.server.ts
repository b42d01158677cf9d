import { readForm } from '~/http/read-form.server';
import { receiveForm } from '~/http/receive-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { InvalidInput } from '~/shared/errors';

/** What the page is asked to do with a file. */
export interface ImportWish {
  readonly uploadId: string;
  /** look: say what it would do; whole: only as a whole; good: only rows without a fault. */
  readonly intent: 'look' | 'whole' | 'good';
}

const MAX_BYTES = 16 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** A form with a file is looked at; the form that follows names the stored file. Throws InvalidInput. */
export async function readImportForm(request: Request, stage: BodyStage): Promise<ImportWish> {
  if (request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data')) {
    const { upload } = await receiveForm(request, stage, { maxBytes: MAX_BYTES });
    return { uploadId: upload.uploadId, intent: 'look' };
  }
  const form = await readForm(request);
  const [uploadId, intent] = [String(form.get('upload') ?? ''), form.get('intent')];
  if (!UUID.test(uploadId) || (intent !== 'whole' && intent !== 'good'))
    throw new InvalidInput('The form could not be read. Choose the file again.');
  return { uploadId, intent };
}

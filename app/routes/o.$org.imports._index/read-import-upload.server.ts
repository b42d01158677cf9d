import { receiveForm } from '~/http/receive-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { InvalidInput } from '~/shared/errors';

/** Most bytes of a file of people. */
const MAX_BYTES = 64 * 1024 * 1024;

interface ImportUpload {
  readonly uploadId: string;
  readonly everybody: boolean;
}

/** The form with its file stored in pieces. Throws InvalidInput for any other field; of its file nothing is kept then. */
export async function readImportUpload(request: Request, stage: BodyStage): Promise<ImportUpload> {
  const { fields, upload } = await receiveForm(request, stage, { maxBytes: MAX_BYTES });
  const { everybody, ...others } = fields;
  if (Object.keys(others).length > 0 || (everybody !== undefined && everybody !== 'yes')) {
    await stage.inTenant((ctx) => removeUpload(ctx, upload.uploadId));
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  }
  return { uploadId: upload.uploadId, everybody: everybody === 'yes' };
}

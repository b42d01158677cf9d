import { receiveForm } from '~/http/receive-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { InvalidInput } from '~/shared/errors';

/** Most bytes of a file of people. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Files that are previewed and applied on these pages. */
const KINDS = ['employees', 'assessments'] as const;

interface ImportUpload {
  readonly uploadId: string;
  readonly kind: (typeof KINDS)[number];
  readonly everybody: boolean;
}

/** The form with its file stored in pieces. Throws InvalidInput for any other field; of its file nothing is kept then. */
export async function readImportUpload(request: Request, stage: BodyStage): Promise<ImportUpload> {
  const { fields, upload } = await receiveForm(request, stage, { maxBytes: MAX_BYTES });
  const { everybody, kind: named = 'employees', ...others } = fields;
  const kind = KINDS.find((one) => one === named);
  if (!kind || Object.keys(others).length > 0 || (everybody !== undefined && everybody !== 'yes')) {
    await stage.inTenant((ctx) => removeUpload(ctx, upload.uploadId));
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  }
  return { uploadId: upload.uploadId, kind, everybody: everybody === 'yes' };
}

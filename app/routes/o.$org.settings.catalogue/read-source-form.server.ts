import { type ReceivedForm, receiveForm } from '~/http/receive-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { type SourceUpload, sourceUploadInput } from '~/modules/occupations/commands/import-source-upload';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { isOperator } from '~/modules/organizations/queries/is-operator';
import { Forbidden } from '~/shared/errors';

const MEBIBYTE = 1024 * 1024;
/** Most bytes of a file: a framework document has at most 5 MiB; a release of the shared catalogue is larger. */
export const LARGEST = { own: 6 * MEBIBYTE, shared: 512 * MEBIBYTE } as const;

interface SourceForm {
  readonly uploadId: ReceivedForm['upload']['uploadId'];
  readonly input: SourceUpload;
}

/**
 * The form of a source with its file stored. Who is an operator is read from the database for this request.
 * @throws Forbidden when somebody who is none names the shared catalogue; InvalidInput for what cannot be read.
 */
export async function readSourceForm(request: Request, stage: BodyStage): Promise<SourceForm> {
  const mayShare = await isOperator(stage.context.database, stage.claim);
  const maxBytes = mayShare ? LARGEST.shared : LARGEST.own;
  const { fields, upload } = await receiveForm(request, stage, { maxBytes });
  const input = sourceUploadInput.parse({
    target: fields['target'] === 'shared' ? 'shared' : 'own',
    replace: fields['replace'] === 'yes',
    ...(fields['release']?.trim() ? { release: [...fields['release'].trim()].slice(0, 60).join('') } : {}),
  });
  if (input.target === 'shared' && !mayShare) {
    await stage.inTenant((ctx) => removeUpload(ctx, upload.uploadId));
    throw new Forbidden('Only an operator of this installation may change the catalogue that all share.');
  }
  return { uploadId: upload.uploadId, input };
}

import { readTableForm, type TableForm } from '~/http/read-table-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { readTargetDay } from '~/modules/people/domain/target-day';
import { InvalidInput } from '~/shared/errors';

export interface TargetsForm extends Pick<TableForm, 'uploadId' | 'table'> {
  readonly intent: 'preview' | 'apply';
  readonly from: string;
  /** What the profiles were when they were previewed; empty before. */
  readonly revision: string;
}

const MAX_BYTES = 16 * 1024 * 1024;

/** A file to look at, or the stored one that was looked at. Throws InvalidInput; of a refused file nothing is kept. */
export async function readTargetsForm(request: Request, stage: BodyStage): Promise<TargetsForm> {
  const form = await readTableForm(request, stage, { maxBytes: MAX_BYTES });
  try {
    return wishOf(form);
  } catch (error) {
    if (form.isNew) await stage.inTenant((ctx) => removeUpload(ctx, form.uploadId));
    throw error;
  }
}

function wishOf({ fields, uploadId, table, isNew }: TableForm): TargetsForm {
  const { intent, from = '', revision = '', ...others } = fields;
  const wanted = isNew ? 'preview' : 'apply';
  const isRead = intent === wanted && (isNew ? revision === '' : /^[0-9a-f]{16}$/.test(revision));
  if (!isRead || Object.keys(others).length > 0)
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent: wanted, from: readTargetDay(from), table, uploadId, revision };
}

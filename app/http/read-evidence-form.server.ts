import { type CheckedFile, checkEvidenceFile } from '~/modules/assessments/commands/check-evidence-file';
import { MOST_FILE_BYTES } from '~/modules/assessments/domain/evidence/evidence-kind';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';
import { InvalidInput } from '~/shared/errors';
import { readForm } from './read-form.server';
import { receiveForm } from './receive-form.server';
import type { BodyStage } from './tenant-route.server';

/** A form about evidence: its fields, each at most once, and the file where one came with it. */
export interface EvidenceForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: CheckedFile | null;
}

/**
 * Reads a form that may bring a file, which is checked and scanned before any transaction opens and kept nowhere else.
 * @param known names of the fields that the form may have
 * @throws InvalidInput for other fields, and for a file that is none of those that can be kept; Unavailable when it could
 * not be scanned.
 */
export async function readEvidenceForm(
  request: Request,
  stage: BodyStage,
  known: readonly string[],
): Promise<EvidenceForm> {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    const form = [...(await readForm(request)).entries()];
    const fields = Object.fromEntries(form.map(([name, value]) => [name, String(value)]));
    if (Object.keys(fields).length < form.length) throw unreadable();
    return { fields: requireKnown(fields, known), file: null };
  }
  const { fields, upload } = await receiveForm(request, stage, { maxBytes: MOST_FILE_BYTES });
  try {
    requireKnown(fields, known);
    const stored = await stage.inTenant((ctx) => getUpload(ctx, upload.uploadId));
    const pieces: Uint8Array[] = [];
    for await (const piece of readUpload(stage.inTenant, stored)) pieces.push(piece);
    const sent = { name: upload.name, bytes: Buffer.concat(pieces) };
    return { fields, file: await checkEvidenceFile(sent, stage.context.scanner) };
  } finally {
    await stage.inTenant((ctx) => removeUpload(ctx, upload.uploadId));
  }
}

function requireKnown(fields: Readonly<Record<string, string>>, known: readonly string[]) {
  if (Object.keys(fields).some((name) => !known.includes(name))) throw unreadable();
  return fields;
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { InvalidInput } from '~/shared/errors';
import { readMultipart } from './multipart.server';
import type { BodyStage } from './tenant-route.server';

/** A form with one file, which is stored for the worker. */
export interface ReceivedForm {
  /** The other fields, each at most 4 KiB; the last one where a name comes twice. */
  readonly fields: Readonly<Record<string, string>>;
  readonly upload: { readonly uploadId: string; readonly name: string; readonly sizeBytes: number };
}

const MAX_FIELD_BYTES = 4 * 1024;
const LONGEST_NAME_BYTES = 120;

interface Limits {
  /** Most bytes of the file. */
  readonly maxBytes: number;
}

/**
 * Stores the file of a form's field `file` in pieces while it arrives: the memory used does not depend on its size.
 * What was stored of a refused form is deleted; what a killed process leaves expires.
 * @throws InvalidInput without a file, with an empty one and with one that is too large.
 */
export async function receiveForm(
  request: Request,
  stage: BodyStage,
  { maxBytes }: Limits,
): Promise<ReceivedForm> {
  const fields: Record<string, string> = {};
  let upload: ReceivedForm['upload'] | null = null;
  try {
    for await (const { name, filename, data } of readMultipart(request)) {
      if (filename === null) fields[name] = await readField(data);
      else if (name === 'file' && upload === null && filename !== '')
        upload = await receiveUpload(stage.inTenant, { name: shortName(filename), data, maxBytes });
    }
  } catch (error) {
    const uploadId = upload?.uploadId;
    if (uploadId) await stage.inTenant((ctx) => removeUpload(ctx, uploadId)).catch(() => {});
    throw error;
  }
  if (!upload) throw new InvalidInput('No file was chosen, or it is empty.');
  return { fields, upload };
}

async function readField(data: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of data) {
    length += piece.length;
    if (length > MAX_FIELD_BYTES) throw new InvalidInput('A field of the form is too long.');
    pieces.push(piece);
  }
  return storable(Buffer.concat(pieces).toString('utf8'));
}

/** The text; what PostgreSQL cannot hold is refused. */
function storable(text: string): string {
  if (text.includes('\0') || !text.isWellFormed())
    throw new InvalidInput('A field of the form could not be read.');
  return text;
}

/** Without folders and control characters, cut to what a list can show; the ending stays. */
function shortName(filename: string): string {
  const name = (filename.split(/[\\/]/).at(-1) ?? '').toWellFormed().replace(/\p{Cc}/gu, '');
  if (name === '' || name === '.' || name === '..') return 'file';
  if (Buffer.byteLength(name) <= LONGEST_NAME_BYTES) return name;
  const ending = /\.[A-Za-z0-9.]{1,12}$/.exec(name)?.[0] ?? '';
  let short = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(short + letter) > LONGEST_NAME_BYTES - ending.length) break;
    short += letter;
  }
  return short + ending;
}

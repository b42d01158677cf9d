import { createHash } from 'node:crypto';
import { InvalidInput } from '~/shared/errors';
import { readForm } from './read-form.server';

export interface Upload {
  /** Name without folders, cut to what a list can show. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

const LONGEST_NAME = 120;

/** The one file of a form's field `file`. Throws InvalidInput when there is none. The byte cap stands before Remix. */
export async function readUpload(request: Request): Promise<Upload> {
  const form = await readForm(request);
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0)
    throw new InvalidInput('No file was chosen, or it is empty.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name =
    (file.name.split(/[\\/]/).at(-1) ?? 'file').replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME) || 'file';
  return { name, bytes, checksum: createHash('sha256').update(bytes).digest('hex') };
}

import { readFields } from '~/http/read-fields.server';
import type { Publication } from '~/modules/capability/commands/publish-privacy';
import { InvalidInput } from '~/shared/errors';

/** Throws InvalidInput for a form that is not the page's, or has a field that it does not have. */
export async function readPublication(request: Request): Promise<Publication> {
  const { one } = await readFields(request, { single: ['contact', 'legalGround', 'after', 'revision'] });
  const { contact, legalGround, after, revision } = one;
  if (![after, revision].every((number) => /^\d{1,9}$/.test(number)))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { contact, legalGround, after: Number(after), revision: Number(revision) };
}

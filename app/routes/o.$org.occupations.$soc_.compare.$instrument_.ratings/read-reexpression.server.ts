import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';

/** What the form applies or takes back. Throws InvalidInput for a form that is none of the page's. */
export async function readReexpression(request: Request) {
  const { one } = await readFields(request, { single: ['intent', 'from', 'to', 'moves', 'id'] });
  const { intent, from, to, id } = one;
  if ((intent !== 'apply' && intent !== 'undo') || from === '' || to === '')
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent, from, to, id, moves: one.moves === '' ? null : Number(one.moves) } as const;
}

import { readForm } from '~/http/read-form.server';
import { InvalidInput } from '~/shared/errors';

/** What the form of linked occupations asks for. Throws InvalidInput. */
export async function readLink(request: Request) {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const intent = text('intent');
  const [soc, version] = [text('soc'), text('version')];
  if ((intent !== 'link' && intent !== 'unlink') || version === '') {
    throw new InvalidInput('Choose an occupation to link or to unlink.');
  }
  if (soc.length > 10 || /\p{Cc}/u.test(soc + version) || !soc.isWellFormed()) {
    throw new InvalidInput('A code such as 11-3013.01 is needed.');
  }
  return { intent, soc, version } as const;
}

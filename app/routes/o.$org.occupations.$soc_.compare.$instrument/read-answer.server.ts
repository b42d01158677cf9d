import { readForm } from '~/http/read-form.server';
import { InvalidInput } from '~/shared/errors';

/** Which rewording is confirmed or taken back. Throws InvalidInput. */
export async function readAnswer(request: Request) {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const [intent, first, second] = [text('intent'), text('first'), text('second')];
  if ((intent !== 'confirm' && intent !== 'undo') || first === '' || second === '')
    throw new InvalidInput('Choose a rewording to confirm or to take back.');
  return { intent, first, second } as const;
}

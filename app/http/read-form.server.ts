import { InvalidInput } from '~/shared/errors';

/** The fields of a form. Throws InvalidInput when the body is none, and for text that PostgreSQL cannot hold. */
export async function readForm(request: Request): Promise<FormData> {
  const unreadable = () =>
    new InvalidInput('The form could not be read. Open the page again and send it once more.');
  const form = await request.formData().catch(() => {
    throw unreadable();
  });
  for (const value of form.values()) {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) throw unreadable();
  }
  return form;
}

import { InvalidInput } from '~/shared/errors';

/** The fields of a form. Throws InvalidInput when the body is none, which is the sender's fault and no failure. */
export async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  });
}

import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';

export interface AnswerForm {
  readonly decision: string;
  readonly answer: string;
}

/** Throws InvalidInput for a form that has another field, or that is none of the page's. */
export async function readAnswerForm(request: Request): Promise<AnswerForm> {
  const { one } = await readFields(request, { single: ['intent', 'decision', 'answer'] });
  if (one.intent === 'answer') return { decision: one.decision, answer: one.answer };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

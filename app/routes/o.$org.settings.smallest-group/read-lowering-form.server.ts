import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the page's forms ask for. */
export type LoweringForm =
  | { readonly intent: 'ask'; readonly toK: number; readonly reason: string }
  | { readonly intent: 'agree' | 'decline'; readonly loweringId: string };

/** Throws InvalidInput for a form that is none of the page's, or has a field that it does not have. */
export async function readLoweringForm(request: Request): Promise<LoweringForm> {
  const { one } = await readFields(request, { single: ['intent', 'toK', 'reason', 'lowering'] });
  const { intent, reason } = one;
  if (intent === 'ask') {
    const toK = /^\d{1,3}$/.test(one.toK.trim()) ? Number(one.toK) : Number.NaN;
    return { intent, toK, reason };
  }
  if ((intent === 'agree' || intent === 'decline') && isUuid(one.lowering))
    return { intent, loweringId: one.lowering };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

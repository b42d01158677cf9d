import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the forms of one's own page ask for. */
export type ContestForm =
  | {
      readonly intent: 'contest';
      readonly dimension: string;
      readonly assessmentId: string | null;
      readonly statement: string;
    }
  | { readonly intent: 'take-back'; readonly contestId: string };

/** Throws InvalidInput for a form that is none of the page's, or has a field that it does not have. */
export async function readContestForm(request: Request): Promise<ContestForm> {
  const { one } = await readFields(request, {
    single: ['intent', 'dimension', 'rating', 'statement', 'contest'],
  });
  const { intent, dimension, rating, statement } = one;
  if (intent === 'contest' && dimension === '') {
    const detail = 'Choose the level that is not right.';
    throw new InvalidInput(detail, [{ pointer: 'dimension', detail }]);
  }
  if (intent === 'contest' && (rating === '' || isUuid(rating)))
    return { intent, dimension, assessmentId: rating === '' ? null : rating, statement };
  if (intent === 'take-back' && isUuid(one.contest)) return { intent, contestId: one.contest };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

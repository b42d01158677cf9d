import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

export interface SubmitForm {
  readonly cycle: string;
  readonly people: readonly string[];
  /** The grid asked, and stays where it is. */
  readonly stays: boolean;
}

/** Throws InvalidInput for a form that has another field, and for one that names nobody. */
export async function readSubmitForm(request: Request): Promise<SubmitForm> {
  const { one, many } = await readFields(request, { single: ['cycle', 'stay'], several: ['person'] });
  const people = many.person;
  if (people.length === 0) throw new InvalidInput('No draft is complete yet, so there is nothing to submit.');
  if (!people.every(isUuid)) throw new InvalidInput('The form could not be read. Open the page again.');
  return { cycle: one.cycle, people, stays: one.stay === 'yes' };
}

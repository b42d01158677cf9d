import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';

const FIELDS = ['intent', 'person', 'dimension', 'held', 'level', 'reason'] as const;

/** What the form decides or takes back. Throws InvalidInput for a form that is none of the page's. */
export async function readDecision(request: Request) {
  const { one } = await readFields(request, { single: FIELDS });
  const { intent, person: employeeId, dimension, held, reason } = one;
  if (intent !== 'decide' && intent !== 'undo')
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  const level = /^[0-4]$/u.test(one.level) ? Number(one.level) : -1;
  return { intent, employeeId, dimension, held, level, reason } as const;
}

import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';

export interface PersonForm {
  readonly intent: 'add' | 'remove' | 'extend';
  readonly employeeId: string;
  readonly closesOn: string;
}

/** What is asked for one person of a cycle. Throws InvalidInput. */
export async function readPersonForm(request: Request): Promise<PersonForm> {
  const { one } = await readFields(request, { single: ['intent', 'employee', 'closesOn'] });
  const { intent, employee, closesOn } = one;
  if ((intent !== 'add' && intent !== 'remove' && intent !== 'extend') || !isAnyUuid(employee))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent, employeeId: employee, closesOn };
}

import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';

export interface PersonForm {
  readonly intent: 'add' | 'remove' | 'extend';
  readonly employeeId: string;
  readonly closesOn: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is asked for one person of a cycle. Throws InvalidInput. */
export async function readPersonForm(request: Request): Promise<PersonForm> {
  const { one } = await readFields(request, { single: ['intent', 'employee', 'closesOn'] });
  const { intent, employee, closesOn } = one;
  if ((intent !== 'add' && intent !== 'remove' && intent !== 'extend') || !UUID.test(employee))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent, employeeId: employee, closesOn };
}

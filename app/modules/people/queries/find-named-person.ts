import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { findPersonChoice } from './find-choices';
import { choiceFault } from './read-choices';

/**
 * The id of the person whom a typed text means: a name that only one person fits, "Name (id)", a personnel number or an
 * e-mail address. Throws InvalidInput at the field with whom it could mean.
 */
export async function findNamedPerson(ctx: TenantContext, text: string, pointer: string): Promise<string> {
  const choice = await findPersonChoice(ctx, text);
  if (choice.id !== null) return choice.id;
  const detail = choiceFault('person', choice);
  throw new InvalidInput(detail, [{ pointer, detail }]);
}

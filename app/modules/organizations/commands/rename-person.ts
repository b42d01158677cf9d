import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { updateName } from '../data/users';
import { LONGEST_NAME } from '../domain/organization-address';
import { isName } from '../domain/sign-up';

/** Gives a person who signs in another name. Throws InvalidInput for what is none. */
export async function renamePerson(database: Database, userId: string, text: string): Promise<void> {
  const name = text.trim();
  if (!isName(name)) {
    const detail = `Enter your name, at most ${LONGEST_NAME} characters.`;
    throw new InvalidInput(detail, [{ pointer: 'name', detail }]);
  }
  await withAuth(database, (ctx) => updateName(ctx, userId, name));
}

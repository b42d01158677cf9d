import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findOpenConnection } from '../../data/sso-connections';
import { hasIdentity } from '../../data/sso-identities';

/** The organization with this slug whose people may come in by single sign-on. Throws NotFound for every other. */
export async function findOpenOrganization(database: Database, slug: string) {
  const isSlug = /^[a-z0-9-]{1,64}$/.test(slug);
  const found = isSlug ? await withAuth(database, (ctx) => findOpenConnection(ctx, slug)) : undefined;
  if (!found) throw new NotFound('There is no single sign-on at this address.');
  return found;
}

/** Whether the user is connected with a subject of the organization's provider. */
export async function isConnected(
  database: Database,
  organization: Awaited<ReturnType<typeof findOpenOrganization>>,
  userId: string,
): Promise<boolean> {
  return withAuth(database, (ctx) => hasIdentity(ctx, organization, userId));
}

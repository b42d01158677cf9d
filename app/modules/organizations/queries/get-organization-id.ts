import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findOrganizationBySlug } from '../data/organization-directory';

/** The id of the organization with this slug. Throws NotFound. */
export async function getOrganizationId(database: Database, slug: string): Promise<string> {
  const found = await withAuth(database, (ctx) => findOrganizationBySlug(ctx, slug));
  if (!found) throw new NotFound(`There is no organization with the slug ${slug}.`);
  return found.organizationId;
}

/** Id, slug and name of the organization with this slug. Throws NotFound. */
export async function getOrganizationEntry(
  database: Database,
  slug: string,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string }> {
  const found = await withAuth(database, (ctx) => findOrganizationBySlug(ctx, slug));
  if (!found) throw new NotFound(`There is no organization with the slug ${slug}.`);
  return { id: found.organizationId, slug: found.slug, name: found.name };
}

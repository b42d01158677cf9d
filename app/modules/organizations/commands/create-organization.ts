import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth, withTenant } from '#db/tenancy';
import { Conflict, InvalidInput } from '~/shared/errors';
import { isSlugReserved } from '../data/former-slugs';
import { findOrganizationBySlug, upsertDirectoryEntry } from '../data/organization-directory';
import { insertSettings } from '../data/organization-settings';
import { SLUG } from '../domain/organization-address';
import { isTimeZone } from '../domain/time-zone';

export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
}

/** SQLSTATE of PostgreSQL. */
const UNIQUE_VIOLATION = '23505';

/**
 * Makes an organization, or gives back the id of the one that has the slug already; safe to repeat.
 * @param wantedId the id that it is to have; another organization's slug is then a Conflict.
 * @throws Conflict also where somebody else takes the slug at the same moment.
 */
export async function createOrganization(
  database: Database,
  organization: NewOrganization,
  wantedId?: string,
): Promise<string> {
  const { slug, name, timeZone } = organization;
  if (!SLUG.test(slug))
    throw new InvalidInput(`The slug ${slug} may hold small letters, digits and dashes only.`);
  if (!isTimeZone(timeZone)) throw new InvalidInput(`There is no time zone ${timeZone}.`);
  const organizationId = await withAuth(database, async (ctx) => {
    const known = await findOrganizationBySlug(ctx, slug);
    if (!known && (await isSlugReserved(ctx, slug)))
      throw new Conflict(`The slug ${slug} still leads to an organization that had it.`);
    if (known && wantedId !== undefined && known.organizationId !== wantedId) throw takenSlug(slug);
    const id = known?.organizationId ?? wantedId ?? randomUUID();
    await upsertDirectoryEntry(ctx, { organizationId: id, slug, name });
    return id;
  }).catch((error: { code?: unknown }) => {
    // Somebody else took it since it was looked for.
    throw error?.code === UNIQUE_VIOLATION ? takenSlug(slug) : error;
  });
  const actor = { kind: 'operator', id: 'create-organization' } as const;
  await withTenant(database, { organizationId, actor }, (ctx) => insertSettings(ctx, timeZone));
  return organizationId;
}

function takenSlug(slug: string): Conflict {
  const detail = `The address ${slug} is taken. Choose another.`;
  return new Conflict(detail, [{ pointer: 'slug', detail }]);
}

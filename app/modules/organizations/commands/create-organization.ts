import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth, withTenant } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { findOrganizationBySlug, upsertDirectoryEntry } from '../data/organization-directory';
import { insertSettings } from '../data/organization-settings';

export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Makes an organization, or gives back the id of the one that has the slug already; safe to repeat. */
export async function createOrganization(database: Database, organization: NewOrganization): Promise<string> {
  const { slug, name, timeZone } = organization;
  if (!SLUG.test(slug))
    throw new InvalidInput(`The slug ${slug} may hold small letters, digits and dashes only.`);
  // UTC is a zone that the list leaves out.
  if (timeZone !== 'UTC' && !Intl.supportedValuesOf('timeZone').includes(timeZone))
    throw new InvalidInput(`There is no time zone ${timeZone}.`);
  const organizationId = await withAuth(database, async (ctx) => {
    const known = await findOrganizationBySlug(ctx, slug);
    const id = known?.organizationId ?? randomUUID();
    await upsertDirectoryEntry(ctx, { organizationId: id, slug, name });
    return id;
  });
  const actor = { kind: 'operator', id: 'create-organization' } as const;
  await withTenant(database, { organizationId, actor }, (ctx) => insertSettings(ctx, timeZone));
  return organizationId;
}

import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { isSlugReserved } from '../data/former-slugs';
import { findOrganizationBySlug } from '../data/organization-directory';

/** Whether another organization has the slug, or an address of before that still leads to it. */
export async function isAddressTaken(
  database: Database,
  organizationId: string,
  slug: string,
): Promise<boolean> {
  return withAuth(database, async (ctx) => {
    const holder = await findOrganizationBySlug(ctx, slug);
    if (holder) return holder.organizationId !== organizationId;
    return isSlugReserved(ctx, slug, organizationId);
  });
}

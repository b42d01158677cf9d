import type { Database } from '#db/database';
import { Conflict } from '~/shared/errors';
import { deleteFormerSlug, reserveSlug } from '../data/former-slugs';
import { findOrganizationBySlug, updateDirectoryEntry } from '../data/organization-directory';
import { checkedAddress, type OrganizationAddress, takenWords } from '../domain/organization-address';
import { changeAsAdministrator, type MemberViewer } from './change-as-administrator';
import { recordAudit } from './record-audit';

const DAY_MS = 86_400_000;
/** How long a former address leads members on. */
const FORMER_SLUG_DAYS = 90;

export interface Renaming {
  /** As the author saw it: somebody else's change in between is not overwritten. */
  readonly before: OrganizationAddress;
  readonly after: OrganizationAddress;
}

/**
 * Gives an organization another name or address; false when it has them already. The address before leads members on
 * for 90 days and nobody else gets it meanwhile.
 * @throws InvalidInput naming the field; Conflict when the address is taken, or when both changed since.
 */
export async function renameOrganization(
  database: Database,
  viewer: MemberViewer,
  { before, after: wanted }: Renaming,
): Promise<boolean> {
  const after = checkedAddress(wanted);
  return changeAsAdministrator(database, viewer, async (ctx) => {
    const { organizationId } = ctx;
    const changes = (['name', 'slug'] as const).flatMap((field) =>
      before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
    );
    if (changes.length === 0) return false;
    if (before.slug !== after.slug) {
      const endsAt = new Date(ctx.now.getTime() + FORMER_SLUG_DAYS * DAY_MS);
      const isFree = await reserveSlug(ctx, { slug: after.slug, organizationId, endsAt });
      if (!isFree || (await findOrganizationBySlug(ctx, after.slug))) throw takenAddress(after.slug);
      await deleteFormerSlug(ctx, after.slug);
      await reserveSlug(ctx, { slug: before.slug, organizationId, endsAt });
    }
    if (!(await updateDirectoryEntry(ctx, { organizationId, ...before }, after)))
      throw new Conflict('Somebody else changed the name or the address. Open the page again.');
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'settings.change', subject, details: { changes } });
    return true;
  });
}

function takenAddress(slug: string): Conflict {
  const detail = takenWords(slug);
  return new Conflict(detail, [{ pointer: 'slug', detail }]);
}

import type { AuthContext } from '#db/tenancy';

export interface DirectoryEntry {
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
}

/** The organization with this slug. */
export async function findOrganizationBySlug(
  ctx: AuthContext,
  slug: string,
): Promise<DirectoryEntry | undefined> {
  return ctx.tx
    .selectFrom('organizationDirectory')
    .select(['organizationId', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** The ids of all organizations but those that are being deleted (daily upkeep, boot). */
export async function listOrganizationIds(ctx: AuthContext): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('organizationDirectory')
    .select('organizationId')
    .where('deletingSince', 'is', null)
    .orderBy('organizationId')
    .execute();
  return rows.map((row) => row.organizationId);
}

export async function upsertDirectoryEntry(ctx: AuthContext, entry: DirectoryEntry): Promise<void> {
  await ctx.tx
    .insertInto('organizationDirectory')
    .values(entry)
    .onConflict((conflict) =>
      conflict.column('organizationId').doUpdateSet({ slug: entry.slug, name: entry.name }),
    )
    .execute();
}

/** The organization with this id. */
export async function findDirectoryEntry(
  ctx: AuthContext,
  organizationId: string,
): Promise<DirectoryEntry | undefined> {
  return ctx.tx
    .selectFrom('organizationDirectory')
    .select(['organizationId', 'slug', 'name'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
}

/** Gives an organization another name and slug, if it still has those before; whether it did. */
export async function updateDirectoryEntry(
  ctx: AuthContext,
  before: DirectoryEntry,
  after: Pick<DirectoryEntry, 'name' | 'slug'>,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('organizationDirectory')
    .set({ name: after.name, slug: after.slug })
    .where('organizationId', '=', before.organizationId)
    .where('name', '=', before.name)
    .where('slug', '=', before.slug)
    .returning('organizationId')
    .executeTakeFirst();
  return row !== undefined;
}

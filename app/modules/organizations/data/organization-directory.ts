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

/** The ids of all organizations (daily upkeep, boot). */
export async function listOrganizationIds(ctx: AuthContext): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('organizationDirectory')
    .select('organizationId')
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

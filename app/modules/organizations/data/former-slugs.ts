import type { AuthContext } from '#db/tenancy';

/** Whether an address still leads to an organization that had it, other than this one. */
export async function isSlugReserved(
  ctx: AuthContext,
  slug: string,
  own: string | null = null,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('formerSlugs')
    .select('organizationId')
    .where('slug', '=', slug)
    .where('endsAt', '>', ctx.now)
    .executeTakeFirst();
  return row !== undefined && row.organizationId !== own;
}

/**
 * Keeps an address for an organization until a moment; false when another one has it still. Who asks for the same
 * address at the same time waits until this transaction is over.
 */
export async function reserveSlug(
  ctx: AuthContext,
  row: { readonly slug: string; readonly organizationId: string; readonly endsAt: Date },
): Promise<boolean> {
  const { organizationId, endsAt } = row;
  const kept = await ctx.tx
    .insertInto('formerSlugs')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet({ organizationId, endsAt })
        .where((eb) =>
          eb.or([
            eb('formerSlugs.endsAt', '<=', ctx.now),
            eb('formerSlugs.organizationId', '=', organizationId),
          ]),
        ),
    )
    .returning('slug')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Forgets an address, because an organization has it now. */
export async function deleteFormerSlug(ctx: AuthContext, slug: string): Promise<void> {
  await ctx.tx.deleteFrom('formerSlugs').where('slug', '=', slug).execute();
}

/** The organization that had an address, and its own, for a member of it. */
export async function findSlugOfFormer(
  ctx: AuthContext,
  userId: string,
  slug: string,
): Promise<{ organizationId: string; slug: string } | undefined> {
  return ctx.tx
    .selectFrom('formerSlugs')
    .innerJoin('memberships', 'memberships.organizationId', 'formerSlugs.organizationId')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'formerSlugs.organizationId')
    .select(['organizationDirectory.organizationId', 'organizationDirectory.slug'])
    .where('formerSlugs.slug', '=', slug)
    .where('formerSlugs.endsAt', '>', ctx.now)
    .where('memberships.userId', '=', userId)
    .executeTakeFirst();
}

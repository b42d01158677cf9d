import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { FrozenVersions } from '../domain/cycle';

/** Fixes versions for occupations that come to a cycle later; those that are fixed stay. */
export async function addFrozenVersions(
  ctx: TenantContext,
  cycleId: string,
  versions: FrozenVersions,
): Promise<void> {
  await ctx.tx
    .updateTable('cycles')
    .set({ frameworkVersions: sql`${JSON.stringify(versions)}::text::jsonb || framework_versions` })
    .where('cycleId', '=', cycleId)
    .execute();
}

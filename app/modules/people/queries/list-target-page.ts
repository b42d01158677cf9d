import type { TenantContext } from '#db/tenancy';
import { listTargetPage as findPage, type TargetPage, type TargetProfileRow } from '../data/target-profiles';

export interface PageOfTargets {
  readonly items: readonly TargetProfileRow[];
  /** The last target of the page where others follow, else null. */
  readonly next: TargetPage['after'];
}

/** A page of the written targets of a day, by occupation, band and dimension. */
export async function listTargetPage(ctx: TenantContext, page: TargetPage): Promise<PageOfTargets> {
  const found = await findPage(ctx, { ...page, limit: page.limit + 1 });
  const items = found.slice(0, page.limit);
  return { items, next: found.length > page.limit ? (items.at(-1) ?? null) : null };
}

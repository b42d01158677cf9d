import type { TenantContext } from '#db/tenancy';
import { listOccupationFacts } from '../data/occupation-search';

/** Titles by code, the organization's own before shared ones; codes that no catalogue knows are left out. */
export async function occupationTitles(
  ctx: TenantContext,
  socs: readonly string[],
): Promise<Record<string, string>> {
  const wanted = new Set(socs);
  const facts = await listOccupationFacts(ctx);
  return Object.fromEntries(facts.filter(({ soc }) => wanted.has(soc)).map(({ soc, title }) => [soc, title]));
}

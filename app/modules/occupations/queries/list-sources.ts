import type { TenantContext } from '#db/tenancy';
import { listSourceRows } from '../data/occupation-description';
import type { SourceResource } from '../domain/api-schemas';

/** These sources as pages show them, each release, licence and attribution once. */
export async function listSources(
  ctx: TenantContext,
  sourceIds: readonly string[],
): Promise<SourceResource[]> {
  if (sourceIds.length === 0) return [];
  const rows = await listSourceRows(ctx, sourceIds);
  const shown = rows.map(({ name, release, licence, attribution }) => ({
    name,
    release,
    licence,
    attribution,
  }));
  return [...new Map(shown.map((source) => [JSON.stringify(source), source])).values()];
}

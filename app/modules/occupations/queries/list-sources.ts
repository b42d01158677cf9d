import type { TenantContext } from '#db/tenancy';
import { listSourceRows } from '../data/occupation-description';
import type { SourceResource } from '../domain/api-schemas';

/** These sources as pages show them, each one once, however many files it came in. */
export async function listSources(
  ctx: TenantContext,
  sourceIds: readonly string[],
): Promise<SourceResource[]> {
  if (sourceIds.length === 0) return [];
  const rows = await listSourceRows(ctx, sourceIds);
  const shown = rows.map(({ importedAt: _importedAt, ...source }) => source);
  return [...new Map(shown.map((source) => [JSON.stringify(source), source])).values()];
}

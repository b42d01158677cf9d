import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listImporters } from '../data/assessments';

/** Who brought each of these assessments in with a file, by assessment; those that were submitted here are left out. */
export async function listImportersOf(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const importers = new Map<string, string>();
  for (const batch of batches([...new Set(assessmentIds)])) {
    for (const row of await listImporters(ctx, batch)) importers.set(row.assessmentId, row.importedBy);
  }
  return importers;
}

import type { TenantContext } from '#db/tenancy';
import { listSnapshots } from '../../data/import-changes';

/** What is known of these people, as JSON by id, to be kept before it changes. */
export async function snapshotsOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await listSnapshots(ctx, employeeIds);
  return new Map(rows.map(({ employeeId, snapshot }) => [employeeId, snapshot]));
}

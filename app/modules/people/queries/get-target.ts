import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listTargetProfiles, type TargetProfileRow } from '../data/target-profiles';
import { targetsOn } from '../domain/plan-targets';
import { readTargetId, targetIdOf } from '../domain/target-id';

/** One written target as it stands on a day, by its id. Throws NotFound where nothing is written there then. */
export async function getTarget(
  ctx: TenantContext,
  { id, asOf }: { readonly id: string; readonly asOf: string },
): Promise<TargetProfileRow> {
  const key = readTargetId(id);
  const known = key ? targetsOn(await listTargetProfiles(ctx, [key.soc]), asOf) : [];
  const found = known.find((row) => targetIdOf(row) === id);
  if (!found) throw new NotFound('There is no such target in this organization.');
  return found;
}

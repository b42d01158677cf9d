import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { listHolders } from '../data/employee-occupations';
import { deleteTargetProfiles, upsertTargetProfiles } from '../data/target-profiles';
import { realChanges, type TargetPlan } from '../domain/plan-targets';

/**
 * Stores what a plan of target profiles says and marks exactly the people who hold one of the changed occupations and
 * bands at any time. The caller holds lockPeopleImport since before it read what is known.
 */
export async function storeTargetPlan(ctx: TenantContext, plan: TargetPlan): Promise<void> {
  await deleteTargetProfiles(ctx, plan.removed);
  await upsertTargetProfiles(ctx, plan.written);
  const touched = realChanges(plan.changes);
  if (touched.length > 0) await markPeopleChanged(ctx, await listHolders(ctx, touched));
}

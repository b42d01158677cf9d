import type { TenantContext } from '#db/tenancy';
import { listCyclesOf } from '../data/cycle-people';
import { findCycle } from '../data/cycle-rows';

/** The cycles in which a person is or was rated, for the person's own file. */
export async function listCyclesOfPerson(ctx: TenantContext, employeeId: string) {
  const told = [];
  for (const { cycleId, closesOn } of await listCyclesOf(ctx, employeeId)) {
    const cycle = await findCycle(ctx, cycleId);
    if (!cycle || cycle.state === 'draft') continue;
    const { name, purpose, state, opensOn, raterKinds } = cycle;
    told.push({ name, purpose, state, opensOn, closesOn: closesOn ?? cycle.closesOn, raterKinds });
  }
  return told;
}

import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { batches } from '~/shared/batches';
import { deleteFormerManagers, insertOwnRaters, listWithoutManager } from '../data/cycle-people';
import { listAllCycles } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';

/** An open cycle as letters tell of it, on a day. */
export interface TellableCycle {
  readonly notice: Pick<Cycle, 'cycleId' | 'name' | 'purpose' | 'closesOn'>;
  readonly day: string;
}

/**
 * In every open cycle asks whoever manages the people of it today, in place of a manager who is so no more and has not
 * rated. Returns the open cycles.
 */
export async function renewManagers(ctx: TenantContext): Promise<TellableCycle[]> {
  const day = await organizationDay(ctx);
  const open = (await listAllCycles(ctx)).filter(({ state }) => state === 'open');
  for (const { cycleId, raterKinds } of open) {
    if (!raterKinds.includes('manager')) continue;
    await deleteFormerManagers(ctx, cycleId, day);
    for (const employeeIds of batches(await listWithoutManager(ctx, cycleId)))
      await insertOwnRaters(ctx, { cycleId, employeeIds, day }, ['manager']);
  }
  return open.map(({ cycleId, name, purpose, closesOn }) => ({
    notice: { cycleId, name, purpose, closesOn },
    day,
  }));
}

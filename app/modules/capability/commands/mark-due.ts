import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listChangesByDate } from '~/modules/people/queries/list-changes-by-date';
import { listEmployeeIds } from '~/modules/people/queries/list-employee-ids';
import { findCapabilityState } from '../data/capability-state';
import { insertDirty } from '../data/dirty-lists';
import { listPeopleWithoutFacts } from '../data/figures-blocks';
import { listPeopleChangingBy } from '../data/profiles';
import type { Method } from '../queries/get-method';

/**
 * Puts on the dirty lists what changed since the last refresh without a write: by the day (ratings that age, planned
 * starts, moves and leavings, targets; and people whom a program of before an upgrade computed), or everybody where the formulas or the organization's constants are others.
 * The caller holds the refresh lock, and moves the stored day and version in the same transaction.
 */
export async function markDue(ctx: TenantContext, { today, version }: Method): Promise<void> {
  const state = await findCapabilityState(ctx);
  if (!state) return;
  if (state.formulaVersion !== version || today < state.asOf) {
    const teamIds = (await getTeamTree(ctx, today)).map((team) => team.teamId);
    await insertDirty(ctx, { employeeIds: await listEmployeeIds(ctx), teamIds });
    return;
  }
  if (today === state.asOf) return;
  const aged = await listPeopleChangingBy(ctx, today);
  const withoutFacts = await listPeopleWithoutFacts(ctx);
  const { employeeIds, teamIds } = await listChangesByDate(ctx, { after: state.asOf, upTo: today });
  await insertDirty(ctx, { employeeIds: [...new Set([...aged, ...withoutFacts, ...employeeIds])], teamIds });
}

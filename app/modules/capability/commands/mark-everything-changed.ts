import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged, markTeamsChanged } from '#jobs/mark-changed';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listEmployeeIds } from '~/modules/people/queries/list-employee-ids';
import { getMethod } from '../queries/get-method';

/** A full rebuild is the refresh of everybody: the same code, with everything on the dirty lists. Returns people. */
export async function markEverythingChanged(ctx: TenantContext): Promise<number> {
  const { today } = await getMethod(ctx);
  const ids = await listEmployeeIds(ctx);
  await markPeopleChanged(ctx, ids);
  await markTeamsChanged(
    ctx,
    (await getTeamTree(ctx, today)).map((team) => team.teamId),
  );
  return ids.length;
}

import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import { reopenedFrom, timelineOf } from '../domain/team-timeline';
import { requireParent } from './add-team';
import { openTeamTree, requireChangeDay, teamName } from './open-team-tree';
import { storeTeamTree } from './store-team-tree';

/**
 * Opens a team again from a day on which it is closed, up to a return that is planned already. Throws NotFound, Conflict
 * when it is open then, InvalidInput with the field.
 */
export async function reopenTeam(
  ctx: TenantContext,
  wish: {
    readonly teamId: string;
    readonly parentId: string | null;
    readonly from: string;
    readonly seen?: string;
  },
): Promise<void> {
  const tree = await openTeamTree(ctx, wish.seen, [wish.teamId]);
  const { teamId, parentId, from } = wish;
  const name = teamName(tree.places, teamId);
  requireChangeDay(from, tree.today);
  requireParent(tree.places, parentId);
  const timeline = reopenedFrom(timelineOf(tree.places, teamId), { from, parentId });
  if (!timeline) throw new Conflict(`${name} is open on ${formatDay(from)}.`);
  await storeTeamTree(ctx, tree, { teamId, name, timeline });
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: { what: 'reopen', from, parentBefore: null, parentAfter: parentId },
  });
}

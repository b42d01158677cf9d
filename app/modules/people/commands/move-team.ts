import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { InvalidInput } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import { movedFrom, timelineOf } from '../domain/team-timeline';
import { factsOn } from '../domain/timeline';
import { requireParent } from './add-team';
import { openTeamTree, requireChangeDay, teamName } from './open-team-tree';
import { storeTeamTree } from './store-team-tree';

export interface TeamMove {
  readonly teamId: string;
  /** Null: to the top. */
  readonly parentId: string | null;
  /** Left out: the organization's day. Past and planned days are possible. */
  readonly from?: string;
  readonly seen?: string;
}

/**
 * Puts a team with everything beneath under another one from a day on, up to its next change: what is planned after
 * stays, and what was before is kept. Throws NotFound, InvalidInput with the field (a circle in names, a second team of
 * the name, a team above that is closed on a day), Conflict when the tree changed meanwhile.
 */
export async function moveTeam(ctx: TenantContext, wish: TeamMove): Promise<void> {
  const tree = await openTeamTree(ctx, wish.seen, [wish.teamId, wish.parentId]);
  const { teamId, parentId, from = tree.today } = wish;
  const name = teamName(tree.places, teamId);
  requireChangeDay(from, tree.today);
  requireParent(tree.places, parentId);
  const before = timelineOf(tree.places, teamId);
  const timeline = movedFrom(before, { from, parentId });
  if (!timeline) {
    const detail = `${name} is not open on ${formatDay(from)}.`;
    throw new InvalidInput(detail, [{ pointer: '/from', detail }]);
  }
  const parentBefore = factsOn(before, from)?.parentId ?? null;
  if (parentBefore === parentId) return;
  await storeTeamTree(ctx, tree, { teamId, name, timeline });
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: { what: 'move', from, parentBefore, parentAfter: parentId },
  });
}

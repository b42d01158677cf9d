import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import { isTeamUsed } from '../data/team-people';
import { deleteTeam } from '../data/teams';
import { timelineOf, withdrawnOn } from '../domain/team-timeline';
import { factsOn } from '../domain/timeline';
import { openTeamTree, teamName } from './open-team-tree';
import { storeTeamTree } from './store-team-tree';

/**
 * Takes back what is planned for a team on a day that has not come: a move, a closing, a return, or the team itself,
 * which is gone then. Throws NotFound, Conflict when nothing is planned then, the day has come or somebody is planned
 * for the team, InvalidInput when the tree cannot be so. Gives whether the team is still there.
 */
export async function withdrawTeamChange(
  ctx: TenantContext,
  wish: { readonly teamId: string; readonly day: string; readonly seen?: string },
): Promise<boolean> {
  const tree = await openTeamTree(ctx, wish.seen, [wish.teamId]);
  const { teamId, day } = wish;
  const name = teamName(tree.places, teamId);
  const before = timelineOf(tree.places, teamId);
  if (day > tree.today && before[0]?.validFrom === day) {
    const beneath = tree.places.some(({ parentId }) => parentId === teamId);
    if (beneath || (await isTeamUsed(ctx, teamId)))
      throw new Conflict(
        `People, positions, teams or requirements are planned for ${name}: move them first.`,
      );
    await deleteTeam(ctx, teamId);
    recordAudit(ctx, {
      action: 'team.change',
      subject: { kind: 'team', id: teamId },
      details: { what: 'withdraw', from: day, parentBefore: before[0].facts.parentId, parentAfter: null },
    });
    return false;
  }
  const timeline = day > tree.today ? withdrawnOn(before, day) : null;
  if (!timeline)
    throw new Conflict(`Nothing that can be withdrawn is planned for ${name} on ${formatDay(day)}.`);
  await storeTeamTree(ctx, tree, { teamId, name, timeline });
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: {
      what: 'withdraw',
      from: day,
      parentBefore: factsOn(before, day)?.parentId ?? null,
      parentAfter: factsOn(timeline, day)?.parentId ?? null,
    },
  });
  return true;
}

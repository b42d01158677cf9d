import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, InvalidInput } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import { countPeopleFrom, countPositionsFrom } from '../data/team-people';
import { closedFrom, timelineOf } from '../domain/team-timeline';
import { factsOn } from '../domain/timeline';
import { openTeamTree, requireChangeDay, teamName } from './open-team-tree';
import { storeTeamTree } from './store-team-tree';

/**
 * Closes a team from a day on: its past stays. Throws NotFound, Conflict with the number of people who are or will be in
 * it and of posts, InvalidInput for a day or for teams beneath it.
 */
export async function closeTeam(
  ctx: TenantContext,
  wish: {
    readonly teamId: string;
    readonly from: string;
    readonly seen?: string;
    /** Where the day was given. */
    readonly pointer?: '/from' | '/closedOn';
  },
): Promise<void> {
  const tree = await openTeamTree(ctx, wish.seen, [wish.teamId]);
  const { teamId, from, pointer = '/from' } = wish;
  const name = teamName(tree.places, teamId);
  requireChangeDay(from, tree.today, pointer);
  const before = timelineOf(tree.places, teamId);
  const timeline = closedFrom(before, from);
  if (timeline.length === 0) {
    const detail = `${name} begins on ${formatDay(before[0]?.validFrom ?? from)}: close it on a day after that.`;
    throw new InvalidInput(detail, [{ pointer, detail }]);
  }
  if ((before.at(-1)?.validTo ?? '9999') <= from) return;
  const people = await countPeopleFrom(ctx, teamId, from);
  const positions = await countPositionsFrom(ctx, teamId, from);
  const inTheWay = [
    ...(people > 0 ? [people === 1 ? 'one person is or will be' : `${people} people are or will be`] : []),
    ...(positions > 0 ? [positions === 1 ? 'one position stands' : `${positions} positions stand`] : []),
  ];
  if (inTheWay.length > 0)
    throw new Conflict(`${name} cannot be closed: ${inTheWay.join(' and ')} in it from ${formatDay(from)}.`);
  await storeTeamTree(ctx, tree, { teamId, name, timeline });
  const parentBefore = factsOn(before, from)?.parentId ?? null;
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: { what: 'close', from, parentBefore, parentAfter: null },
  });
}

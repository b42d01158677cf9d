import type { TenantContext } from '#db/tenancy';
import { markTeamsChanged } from '#jobs/mark-changed';
import { InvalidInput } from '~/shared/errors';
import { keepFormerTeamParents } from '../data/former-places';
import { storePlaces } from '../data/teams';
import { lostDays } from '../domain/lost-days';
import { teamFault } from '../domain/team-faults';
import { samePlace, type TeamTimeline, timelineOf } from '../domain/team-timeline';
import { type TeamPlace, teamTree } from '../domain/team-tree';
import { timelineChange } from '../domain/timeline';
import type { OpenTree } from './open-team-tree';

/** The places of a tree with those of one team replaced. */
export function withTimeline(
  places: readonly TeamPlace[],
  team: { readonly teamId: string; readonly name: string },
  timeline: TeamTimeline,
): TeamPlace[] {
  const others = places.filter(({ teamId }) => teamId !== team.teamId);
  return [...others, ...timeline.map(({ facts, ...days }) => ({ ...team, ...days, ...facts }))];
}

/**
 * Stores other places of one team and marks whose sums change today: the teams above it before and after. What is
 * planned is found by the refresh when its day comes. Throws InvalidInput when the tree cannot be so.
 */
export async function storeTeamTree(
  ctx: TenantContext,
  { places, today }: OpenTree,
  change: { readonly teamId: string; readonly name: string; readonly timeline: TeamTimeline },
): Promise<void> {
  const { teamId, name, timeline } = change;
  const after = withTimeline(places, { teamId, name }, timeline);
  const fault = teamFault(places, after, teamId);
  if (fault) throw new InvalidInput(fault.detail, [{ pointer: `/${fault.field}`, detail: fault.detail }]);
  const before = timelineOf(places, teamId);
  const lost = lostDays(before, timeline, { today, keyOf: ({ parentId }) => parentId });
  await keepFormerTeamParents(
    ctx,
    lost.map(({ key: parentId, lastDay }) => ({ teamId, parentId, lastDay })),
  );
  await storePlaces(ctx, teamId, timelineChange(before, timeline, samePlace));
  const [was, is] = [placeIn(places, today, teamId), placeIn(after, today, teamId)];
  if (was === is) return;
  await markTeamsChanged(
    ctx,
    [teamId, was, is].filter((id) => typeof id === 'string'),
  );
}

/** The team above on the day, null for a top team, undefined for one that is not there. */
function placeIn(places: readonly TeamPlace[], day: string, teamId: string): string | null | undefined {
  return teamTree(places, day).find((team) => team.teamId === teamId)?.parentId;
}

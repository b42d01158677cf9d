import type { TenantContext } from '#db/tenancy';
import { markTeamsChanged } from '#jobs/mark-changed';
import { InvalidInput } from '~/shared/errors';
import { keepFormerTeamParents } from '../data/former-places';
import { storePlaces } from '../data/teams';
import { lostDays } from '../domain/lost-days';
import { teamFault } from '../domain/team-faults';
import { samePlace, type TeamTimeline, timelineOf } from '../domain/team-timeline';
import type { TeamPlace } from '../domain/team-tree';
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
 * Stores other places of one team and marks whose sums change: the teams above it before and after, on any day up to
 * today, since nobody knows here up to which day they were computed. What is planned is found by the refresh when its
 * day comes. Throws InvalidInput when the tree cannot be so.
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
  const [was, is] = [begunBy(before, today), begunBy(timeline, today)];
  const { removed, written } = timelineChange(was, is, samePlace);
  if (removed.length === 0 && written.length === 0) return;
  const above = [...was, ...is].flatMap(({ facts }) => facts.parentId ?? []);
  await markTeamsChanged(ctx, [...new Set([teamId, ...above])]);
}

/** The periods that began up to the day, as they are known on it. */
function begunBy(timeline: TeamTimeline, day: string): TeamTimeline {
  return timeline
    .filter(({ validFrom }) => validFrom <= day)
    .map((period) => ({
      ...period,
      validTo: period.validTo !== null && period.validTo <= day ? period.validTo : null,
    }));
}

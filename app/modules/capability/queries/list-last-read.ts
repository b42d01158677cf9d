import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listLastDays } from '~/modules/people/queries/list-last-days';
import type { DayText } from '~/shared/calendar-day';
import { listLeftOutBefore } from '../data/release-cuts';
import type { LastRead } from '../domain/suppression/read-ratings';
import type { Reader } from './get-individual-access';

interface Asked {
  readonly reader: Reader;
  /** The viewer's key in release_viewers. */
  readonly viewerKey: string;
  readonly day: DayText;
}

/**
 * The last day on which a viewer could read each person one by one: by teams and managers of every day up to this one,
 * within the teams that the viewer has now, and by what earlier releases left out, which tells of teams that the viewer
 * had then. Source: method.md 9.3 to 9.5.
 */
export async function listLastRead(
  ctx: TenantContext,
  { reader: { role, teamScope, employeeId }, viewerKey, day }: Asked,
): Promise<LastRead> {
  const teamIds = reachOf(role, 'profiles:read') === 'subtree' ? teamScope : [];
  const found =
    teamIds.length > 0 || employeeId !== null
      ? await listLastDays(ctx, { teamIds, managerId: employeeId, day })
      : new Map<string, DayText>();
  for (const { employeeId: person, lastDay } of await listLeftOutBefore(ctx, viewerKey))
    if (lastDay > (found.get(person) ?? '')) found.set(person, lastDay);
  return found;
}

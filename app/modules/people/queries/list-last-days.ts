import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import { listFormerTeamPlaces } from '../data/former-places';
import { listLastDays as read } from '../data/team-members';
import { listTeamPlaces } from '../data/teams';
import { lastDaysBeneath } from '../domain/last-days-beneath';

/**
 * The last day up to a day on which each person was in one of these teams or beneath, as the tree stood on each day, or
 * reported to this manager; who never did is not there.
 */
export async function listLastDays(
  ctx: TenantContext,
  {
    teamIds,
    managerId,
    day,
  }: { readonly teamIds: readonly string[]; readonly managerId: string | null; readonly day: DayText },
): Promise<Map<string, DayText>> {
  const places =
    teamIds.length === 0 ? [] : [...(await listTeamPlaces(ctx)), ...(await listFormerTeamPlaces(ctx))];
  const teams = lastDaysBeneath(places, teamIds, day);
  const rows = await read(ctx, { teams, managerId, day });
  return new Map(rows.map(({ employeeId, lastDay }) => [employeeId, lastDay]));
}

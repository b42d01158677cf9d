import type { TenantContext } from '#db/tenancy';
import { listRatedBy } from '~/modules/assessments/queries/list-rated-by';
import type { FormerReach } from '~/modules/organizations/domain/former-reaches';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listFormerReaches } from '~/modules/organizations/queries/list-former-reaches';
import { listFormerRecords } from '~/modules/organizations/queries/list-former-records';
import type { ReleaseReader } from '~/modules/organizations/queries/list-release-readers';
import { listIdsEver } from '~/modules/people/queries/list-employee-ids';
import { listLastDays } from '~/modules/people/queries/list-last-days';
import type { DayText } from '~/shared/calendar-day';
import type { LastRead } from '../domain/suppression/read-ratings';

interface Asked {
  readonly viewer: ReleaseReader;
  /** The viewer's own record. */
  readonly employeeId: string | null;
  readonly day: DayText;
}

/**
 * The last day on which a viewer could read each person one by one: by teams and managers of every day up to this one,
 * with the role and teams that the viewer has now and with those that ended, each until its last day; and as another
 * record that the viewer signed in as, itself and whom it rated too.
 * Source: method.md 9.3 to 9.5.
 */
export async function listLastRead(
  ctx: TenantContext,
  { viewer, employeeId, day }: Asked,
): Promise<LastRead> {
  const found = new Map<string, DayText>();
  const add = (people: Iterable<readonly [string, DayText]>): void => {
    for (const [id, last] of people) if (last > (found.get(id) ?? '')) found.set(id, last);
  };
  const reaches: FormerReach[] = [{ ...viewer, until: day }, ...(await listFormerReaches(ctx, viewer))];
  for (const { role, teamScope, until } of reaches) {
    const reach = reachOf(role, 'profiles:read');
    if (reach === 'all') add((await listIdsEver(ctx)).map((id) => [id, until]));
    else if (reach === 'subtree' && teamScope.length > 0)
      add(await listLastDays(ctx, { teamIds: teamScope, managerId: null, day: until }));
  }
  if (employeeId !== null) add(await listLastDays(ctx, { teamIds: [], managerId: employeeId, day }));
  const records = viewer.kind === 'user' ? await listFormerRecords(ctx, viewer.id) : [];
  for (const [id, until] of records) {
    const rated = await listRatedBy(ctx, id);
    add([id, ...rated].map((one) => [one, until]));
    add(await listLastDays(ctx, { teamIds: [], managerId: id, day: until }));
  }
  return found;
}

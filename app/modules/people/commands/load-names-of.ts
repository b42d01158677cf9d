import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { listEmployees } from '../data/employees';
import { listEmployments } from '../data/employments';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import type { KnownNames } from './load-employee-states';

/** Names of teams and sites, which are few. */
export type Places = Pick<KnownNames, 'places' | 'sites' | 'today'>;

/** Where people can be. @param today the organization's day. */
export async function loadPlaces(ctx: TenantContext, today: string): Promise<Places> {
  return { places: await listTeamPlaces(ctx), sites: await listSites(ctx), today };
}

/** The names that plans for these people need: they, everybody who ever was their manager, and whoever is named besides. */
export async function loadNamesOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
  places: Places,
): Promise<KnownNames> {
  const wanted = new Set(employeeIds);
  for (const batch of batches(employeeIds)) {
    for (const { managerId } of await listEmployments(ctx, batch)) if (managerId) wanted.add(managerId);
  }
  const directory: KnownNames['directory'][number][] = [];
  for (const batch of batches([...wanted]))
    directory.push(...(await listEmployees(ctx, batch)).map((row) => ({ ...row, managerId: null })));
  return { ...places, directory };
}

import type { TenantContext } from '#db/tenancy';
import { listDirectory } from '../data/employees';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import type { KnownNames } from './load-employee-states';

/** Names by which plans speak of people, teams and sites. @param today the organization's day. */
export async function loadKnownNames(ctx: TenantContext, today: string): Promise<KnownNames> {
  return {
    directory: await listDirectory(ctx),
    places: await listTeamPlaces(ctx),
    sites: await listSites(ctx),
    today,
  };
}

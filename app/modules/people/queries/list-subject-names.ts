import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { isUuid } from '~/shared/is-uuid';
import { listPositionsById } from '../data/positions';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { teamTree } from '../domain/team-tree';
import { listPeopleNames } from './list-people-names';

/**
 * Names of people, teams, sites and positions among what audit entries are about, by `kind:id`; others are left out. A
 * team that is open today has the names above it as well, since several can have one name.
 */
export async function listSubjectNames(
  ctx: TenantContext,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    subjects
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1))
      .filter((id) => isUuid(id));
  const names = new Map<string, string>();
  for (const [id, name] of await listPeopleNames(ctx, idsOf('employee'))) names.set(`employee:${id}`, name);
  for (const { positionId, title } of await listPositionsById(ctx, idsOf('position')))
    names.set(`position:${positionId}`, title);
  const sites = new Set(idsOf('site'));
  if (sites.size > 0)
    for (const { siteId, name } of await listSites(ctx))
      if (sites.has(siteId)) names.set(`site:${siteId}`, name);
  const teams = new Set(idsOf('team'));
  if (teams.size === 0) return names;
  const places = await listTeamPlaces(ctx);
  for (const { teamId, name } of places) if (teams.has(teamId)) names.set(`team:${teamId}`, name);
  const today = await organizationDay(ctx);
  for (const { teamId, path } of teamTree(places, today))
    if (teams.has(teamId)) names.set(`team:${teamId}`, path);
  return names;
}

import type { TenantContext } from '#db/tenancy';
import { isUuid } from '~/shared/is-uuid';
import { listPositionsById } from '../data/positions';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { listPeopleNames } from './list-people-names';

/** Names of people, teams, sites and positions among what audit entries are about, by `kind:id`; others are left out. */
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
  for (const { teamId, name } of await listTeamPlaces(ctx)) {
    if (teams.has(teamId)) names.set(`team:${teamId}`, name);
  }
  return names;
}

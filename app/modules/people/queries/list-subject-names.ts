import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import { listPeopleNames } from './list-people-names';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Names of people and teams among what audit entries are about, by `kind:id`; others are left out. */
export async function listSubjectNames(
  ctx: TenantContext,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    subjects
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1))
      .filter((id) => UUID.test(id));
  const names = new Map<string, string>();
  for (const [id, name] of await listPeopleNames(ctx, idsOf('employee'))) names.set(`employee:${id}`, name);
  const teams = new Set(idsOf('team'));
  if (teams.size === 0) return names;
  for (const { teamId, name } of await listTeamPlaces(ctx)) {
    if (teams.has(teamId)) names.set(`team:${teamId}`, name);
  }
  return names;
}

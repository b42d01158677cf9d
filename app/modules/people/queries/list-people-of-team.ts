import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { type EmployeeOccupationRow, listEmployeeOccupationsOn } from '../data/employee-occupations';
import { listActiveOfTeams } from '../data/employments';
import { mainOccupation } from '../domain/main-occupation';
import type { RoleBand } from '../domain/role-band';
import { listSubtreeTeamIds } from './list-subtree-team-ids';

export interface PeopleOfTeam {
  readonly teamId: string;
  readonly asOf: string;
  /** True: everybody in the team and below it; false: those directly in it. */
  readonly subtree: boolean;
}

export interface TeamMember {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly title: string;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly managerId: string | null;
  readonly available: boolean;
  /** The main confirmed occupation and its band (method.md 2); null without one. */
  readonly soc: string | null;
  readonly roleBand: RoleBand | null;
}

/** The active people of a team on a day, by name. */
export async function listPeopleOfTeam(ctx: TenantContext, request: PeopleOfTeam): Promise<TeamMember[]> {
  const { teamId, asOf, subtree } = request;
  const teamIds = subtree ? await listSubtreeTeamIds(ctx, [teamId], asOf) : [teamId];
  const people = await listActiveOfTeams(ctx, teamIds, asOf);
  const occupations = new Map<string, EmployeeOccupationRow[]>();
  for (const batch of batches(people.map((person) => person.employeeId))) {
    for (const row of await listEmployeeOccupationsOn(ctx, batch, asOf)) {
      if (row.confirmedBy === null) continue;
      occupations.set(row.employeeId, [...(occupations.get(row.employeeId) ?? []), row]);
    }
  }
  return people.map(({ employeeId, externalId, name, title, teamId: team, siteId, managerId, available }) => {
    const main = mainOccupation(occupations.get(employeeId) ?? []);
    const { soc = null, roleBand = null } = main ?? {};
    return { employeeId, externalId, name, title, teamId: team, siteId, managerId, available, soc, roleBand };
  });
}

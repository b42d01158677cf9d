import type { TenantContext } from '#db/tenancy';
import { listEmployeeOccupations } from '../data/employee-occupations';
import { findEmployee } from '../data/employees';
import { listEmployments } from '../data/employments';
import { listFormerPlacesOf } from '../data/former-places';
import { listOwnedFieldRows } from '../data/owned-fields';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { listPostsOfPerson } from './list-posts-of-person';

/** Everything that the directory holds of a person, of all days; a manager is told as had or not, without the name. */
export async function getPersonHistory(ctx: TenantContext, employeeId: string) {
  const person = await findEmployee(ctx, { employeeId });
  const teams = new Map((await listTeamPlaces(ctx)).map((team) => [team.teamId, team.name]));
  const sites = new Map((await listSites(ctx)).map((site) => [site.siteId, site.name]));
  const { externalId, name, email, kind, startedOn, endedOn } = person ?? {};
  return {
    person: { id: employeeId, externalId, name, email, kind, startedOn, endedOn },
    employments: (await listEmployments(ctx, [employeeId])).map((period) => ({
      from: period.validFrom,
      until: period.validTo,
      title: period.title,
      team: teams.get(period.teamId) ?? null,
      site: period.siteId === null ? null : (sites.get(period.siteId) ?? null),
      hasManager: period.managerId !== null,
      status: period.status,
      available: period.available,
      absence: period.absence,
    })),
    ...(await formerPlaces(ctx, employeeId, teams)),
    ...(await listPostsOfPerson(ctx, employeeId)),
    fieldsOwnedByCadre: (await listOwnedFieldRows(ctx, [employeeId])).map(({ field }) => field),
    occupations: (await listEmployeeOccupations(ctx, [employeeId])).map((period) => ({
      from: period.validFrom,
      until: period.validTo,
      soc: period.soc,
      roleBand: period.roleBand,
      share: period.share,
      confirmed: period.confirmedBy !== null,
    })),
  };
}

/** What was known until a day and was corrected then: whoever could read the person by it is remembered. */
async function formerPlaces(ctx: TenantContext, employeeId: string, names: ReadonlyMap<string, string>) {
  const { teams, managers } = await listFormerPlacesOf(ctx, employeeId);
  return {
    correctedTeams: teams.map(({ teamId, lastDay }) => ({ team: names.get(teamId) ?? null, until: lastDay })),
    correctedManagers: managers.map(({ lastDay }) => ({ until: lastDay })),
  };
}

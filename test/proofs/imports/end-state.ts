import type { TenantContext } from '#db/tenancy';
import type { ImportCounts } from '~/modules/people/domain/imports/import-report';
import { siteKey } from '~/modules/people/domain/site-name';

/**
 * Everything that an import of people can change, by the names of the file and without ids and moments, as text. A site is
 * called as the first row that names it has it, which the order of rows decides: its capitals do not count.
 */
export async function endState({ tx }: TenantContext): Promise<string> {
  const people = await tx
    .selectFrom('employees')
    .select(['externalId', 'name', 'email', 'kind', 'startedOn', 'endedOn'])
    .execute();
  const employments = await tx
    .selectFrom('employments')
    .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
    .innerJoin('teams', 'teams.teamId', 'employments.teamId')
    .leftJoin('sites', 'sites.siteId', 'employments.siteId')
    .leftJoin('employees as managers', 'managers.employeeId', 'employments.managerId')
    .select(['employees.externalId', 'employments.validFrom', 'employments.validTo', 'title', 'status'])
    .select(['teams.name as team', 'sites.name as site', 'managers.externalId as manager', 'available'])
    .execute();
  const occupations = await tx
    .selectFrom('employeeOccupations')
    .innerJoin('employees', 'employees.employeeId', 'employeeOccupations.employeeId')
    .select(['externalId', 'soc', 'validFrom', 'validTo', 'roleBand', 'share', 'confirmedBy'])
    .execute();
  const teams = await tx
    .selectFrom('teams')
    .innerJoin('teamParents', 'teamParents.teamId', 'teams.teamId')
    .leftJoin('teams as above', 'above.teamId', 'teamParents.parentId')
    .select(['teams.name', 'above.name as parent', 'teamParents.validFrom', 'teamParents.validTo'])
    .execute();
  const sites = await tx.selectFrom('sites').select('name').execute();
  const seen = {
    ...{ people, occupations, teams },
    employments: employments.map((one) => ({ ...one, site: one.site === null ? null : siteKey(one.site) })),
    sites: sites.map(({ name }) => siteKey(name)),
  };
  return JSON.stringify(seen, sorted, 1);
}

/** What an import says of itself: counts, and rejected rows with their columns, in no order. */
export async function toldOf({ tx }: TenantContext, importId: string): Promise<string> {
  const { counts } = await tx
    .selectFrom('imports')
    .select('counts')
    .where('importId', '=', importId)
    .executeTakeFirstOrThrow();
  const rejected = await tx
    .selectFrom('importRows')
    .select(['externalId', 'detail'])
    .where('importId', '=', importId)
    .where('outcome', '=', 'rejected')
    .execute();
  const places = rejected.map(({ externalId, detail }) => {
    const { faults } = detail as unknown as { readonly faults: readonly { readonly column: string }[] };
    return [externalId, faults.map(({ column }) => column)];
  });
  return JSON.stringify({ counts: counts as unknown as ImportCounts, places }, sorted, 1);
}

function sorted(_: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

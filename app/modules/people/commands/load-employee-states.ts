import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { type EmployeeOccupationRow, listEmployeeOccupations } from '../data/employee-occupations';
import { type DirectoryRow, type EmployeeRow, listEmployees } from '../data/employees';
import { type EmploymentRow, listEmployments } from '../data/employments';
import type { SiteRow } from '../data/sites';
import type { EmployeeState, EmploymentFacts, OccupationFacts } from '../domain/employee-state';
import { type TeamPlace, teamTree } from '../domain/team-tree';
import type { Period } from '../domain/timeline';

export interface KnownNames {
  readonly directory: readonly DirectoryRow[];
  readonly places: readonly TeamPlace[];
  readonly sites: readonly SiteRow[];
  readonly today: string;
}

/** The states of those of these people who are known, by external id, in the words of the file. */
export async function loadEmployeeStates(
  ctx: TenantContext,
  externalIds: ReadonlySet<string>,
  names: KnownNames,
): Promise<Map<string, EmployeeState>> {
  const externalIdOf = new Map(names.directory.map((row) => [row.employeeId, row.externalId]));
  const pathOf = teamPaths(names.places, names.today);
  const siteOf = new Map(names.sites.map((site) => [site.siteId, site.name]));
  const factsOf = (row: EmploymentRow): EmploymentFacts => ({
    title: row.title,
    team: pathOf.get(row.teamId) ?? row.teamId,
    site: row.siteId === null ? null : (siteOf.get(row.siteId) ?? row.siteId),
    managerExternalId: row.managerId === null ? null : (externalIdOf.get(row.managerId) ?? null),
    status: row.status,
    available: row.available,
  });
  const ids = names.directory.filter((row) => externalIds.has(row.externalId)).map((row) => row.employeeId);
  const states = new Map<string, EmployeeState>();
  for (const batch of batches(ids)) {
    const employments = groupBy(await listEmployments(ctx, batch), (row) => row.employeeId);
    const occupations = groupBy(await listEmployeeOccupations(ctx, batch), (row) => row.employeeId);
    for (const row of await listEmployees(ctx, batch)) {
      const periods = (employments.get(row.employeeId) ?? []).map((period) =>
        periodOf(period, factsOf(period)),
      );
      states.set(row.externalId, stateOf(row, periods, occupations.get(row.employeeId) ?? []));
    }
  }
  return states;
}

/** The path of each team on the day; of one that is not there on the day, at its last place. */
function teamPaths(places: readonly TeamPlace[], today: string): Map<string, string> {
  const paths = new Map<string, string>();
  for (const place of places) paths.set(place.teamId, place.name);
  for (const node of teamTree(places, today)) paths.set(node.teamId, node.path);
  return paths;
}

function stateOf(
  { employeeId: _, ...person }: EmployeeRow,
  employments: Period<EmploymentFacts>[],
  rows: readonly EmployeeOccupationRow[],
): EmployeeState {
  const occupations = new Map<string, Period<OccupationFacts>[]>();
  for (const [soc, periods] of groupBy(rows, (row) => row.soc)) {
    const facts = ({ roleBand, share, confirmedBy }: EmployeeOccupationRow) => ({
      roleBand,
      share,
      confirmedBy,
    });
    occupations.set(
      soc,
      periods.map((row) => periodOf(row, facts(row))),
    );
  }
  return { ...person, employments, occupations };
}

function periodOf<Facts>(
  row: { readonly validFrom: string; readonly validTo: string | null },
  facts: Facts,
): Period<Facts> {
  return { validFrom: row.validFrom, validTo: row.validTo, facts };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

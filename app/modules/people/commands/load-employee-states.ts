import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { type EmployeeOccupationRow, listEmployeeOccupations } from '../data/employee-occupations';
import { type DirectoryRow, type EmployeeRow, listEmployees } from '../data/employees';
import { type EmploymentRow, listEmployments } from '../data/employments';
import type { SiteRow } from '../data/sites';
import type { EmployeeState, EmploymentFacts, OccupationFacts } from '../domain/employee-state';
import { type TeamPlace, teamTree } from '../domain/team-tree';
import type { Period } from '../domain/timeline';
import { externalIdsOf } from './external-ids-of';

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
  const load = stateLoader(names);
  const ids = names.directory.filter((row) => externalIds.has(row.externalId)).map((row) => row.employeeId);
  const states = new Map<string, EmployeeState>();
  for (const batch of batches(ids))
    for (const [externalId, state] of await load(ctx, batch)) states.set(externalId, state);
  return states;
}

type LoadStates = (ctx: TenantContext, employeeIds: readonly string[]) => Promise<Map<string, EmployeeState>>;

/** Loads states of people by their ids, by external id; the names are looked through once for all loads. */
export function stateLoader(names: KnownNames): LoadStates {
  const load = placedStateLoader(names);
  const externalIdOf = externalIdsOf(names.directory);
  return (ctx, employeeIds) => load(ctx, employeeIds, externalIdOf);
}

/** As stateLoader, with the external ids of managers given at each load. */
export function placedStateLoader(
  names: Omit<KnownNames, 'directory'>,
): (
  ctx: TenantContext,
  employeeIds: readonly string[],
  externalIdOf: ReadonlyMap<string, string>,
) => Promise<Map<string, EmployeeState>> {
  const pathOf = teamNames(names.places, names.today);
  const siteOf = new Map(names.sites.map((site) => [site.siteId, site.name]));
  return async (ctx, employeeIds, externalIdOf) => {
    const factsOf = (row: EmploymentRow): EmploymentFacts => ({
      title: row.title,
      team: pathOf.get(row.teamId) ?? row.teamId,
      site: row.siteId === null ? null : (siteOf.get(row.siteId) ?? row.siteId),
      managerExternalId: row.managerId === null ? null : (externalIdOf.get(row.managerId) ?? null),
      status: row.status,
      available: row.available,
      absence: row.absence,
    });
    const employments = groupBy(await listEmployments(ctx, employeeIds), (row) => row.employeeId);
    const occupations = groupBy(await listEmployeeOccupations(ctx, employeeIds), (row) => row.employeeId);
    const people = await listEmployees(ctx, employeeIds);
    return new Map(
      people.map((row) => {
        const periods = (employments.get(row.employeeId) ?? []).map((period) =>
          periodOf(period, factsOf(period)),
        );
        return [row.externalId, stateOf(row, periods, occupations.get(row.employeeId) ?? [])];
      }),
    );
  };
}

/** Teams in the words of plans: the path on the day, where no other team has it; any other team is named by its id. */
export function teamNames(places: readonly TeamPlace[], today: string): Map<string, string> {
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  for (const { teamId, path } of teamTree(places, today)) {
    if (!taken.has(path)) paths.set(teamId, path);
    taken.add(path);
  }
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

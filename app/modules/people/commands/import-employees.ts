import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged, markTeamsChanged } from '#jobs/mark-changed';
import { refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { type DirectoryRow, listDirectory } from '../data/employees';
import { lockPeopleImport } from '../data/import-lock';
import { listKnownCodes } from '../data/occupation-codes';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { checkEmployees, type KnownPerson } from '../domain/check-employees';
import { codeWarnings } from '../domain/code-warnings';
import { type EmployeeChange, planEmployees } from '../domain/plan-employees';
import { factsOn } from '../domain/timeline';
import { ensureSites } from './ensure-sites';
import { ensureTeams } from './ensure-teams';
import { type KnownNames, loadEmployeeStates } from './load-employee-states';
import { type EmployeesFile, readEmployeesFile } from './read-employees-file';
import { storeEmployeeChanges } from './store-employee-changes';

export interface FileImport {
  /** Name of the file, as messages show it. */
  readonly file: string;
  readonly text: string;
  /** The day in the organization's time zone. */
  readonly today: string;
  /** Who answers for the file; confirms its occupations. */
  readonly importedBy: string;
}

export interface ImportResult {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly warnings: readonly FieldError[];
}

/**
 * Brings the people of an employees file in (api.md, CSV columns), all or none; people who are not in the file stay
 * as they are. Read again, it changes nothing. Throws InvalidInput with the faulty lines.
 */
export async function importEmployees(ctx: TenantContext, input: FileImport): Promise<ImportResult> {
  const file = readEmployeesFile(input.text, input.file);
  await lockPeopleImport(ctx);
  const names: KnownNames = {
    directory: await listDirectory(ctx),
    places: await listTeamPlaces(ctx),
    sites: await listSites(ctx),
    today: input.today,
  };
  const known = knownPeople(names.directory, file);
  const faults = [
    ...file.faults,
    ...checkEmployees(file.rows, { file: input.file, known, today: input.today }),
  ];
  if (faults.length > 0) throw refusal(input.file, faults);
  const externalIds = new Set(file.rows.map((row) => row.record.externalId));
  const states = await loadEmployeeStates(ctx, externalIds, names);
  const plan = planEmployees(
    file.rows.map((row) => row.record),
    { states, today: input.today, importedBy: input.importedBy },
  );
  await apply(ctx, [...plan.created, ...plan.changed], names);
  return {
    created: plan.created.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    warnings: [...file.warnings, ...(await occupationWarnings(ctx, file, input.file))],
  };
}

async function apply(
  ctx: TenantContext,
  changes: readonly EmployeeChange[],
  names: KnownNames,
): Promise<void> {
  if (changes.length === 0) return;
  const periods = changes.flatMap((change) => change.after.employments.map((period) => period.facts));
  const paths = new Set(periods.map((facts) => facts.team));
  const sites = new Set(periods.flatMap((facts) => facts.site ?? []));
  const employees = new Map(names.directory.map((row) => [row.externalId, row.employeeId]));
  for (const { before, after } of changes) if (!before) employees.set(after.externalId, v7());
  const teams = await ensureTeams(ctx, paths, names);
  await storeEmployeeChanges(ctx, changes, {
    employees,
    teams,
    sites: await ensureSites(ctx, sites, names.sites),
  });
  const inFigures = changes.filter((change) => change.figuresChange);
  await markPeopleChanged(
    ctx,
    inFigures.flatMap((change) => employees.get(change.after.externalId) ?? []),
  );
  await markTeamsChanged(
    ctx,
    inFigures.flatMap((change) => teams.get(teamLeft(change, names.today) ?? '') ?? []),
  );
}

/** The team in which the person no longer counts on the day, if any. */
function teamLeft({ before, after }: EmployeeChange, today: string): string | undefined {
  const was = before && factsOn(before.employments, today);
  const is = factsOn(after.employments, today);
  return was && was.status !== 'left' && (was.team !== is?.team || is.status === 'left')
    ? was.team
    : undefined;
}

function knownPeople(directory: readonly DirectoryRow[], file: EmployeesFile): Map<string, KnownPerson> {
  const externalIdOf = new Map(directory.map((row) => [row.employeeId, row.externalId]));
  const nobody: KnownPerson = { email: null, managerExternalId: null, startedOn: null };
  const known = new Map<string, KnownPerson>(file.faultyIds.map((id) => [id, nobody]));
  for (const { externalId, email, startedOn, managerId } of directory) {
    const managerExternalId = managerId === null ? null : (externalIdOf.get(managerId) ?? null);
    known.set(externalId, { email, managerExternalId, startedOn });
  }
  return known;
}

async function occupationWarnings(
  ctx: TenantContext,
  read: EmployeesFile,
  file: string,
): Promise<FieldError[]> {
  const uses = read.rows.flatMap(({ line, record }) =>
    (record.occupations ?? []).map(({ soc }) => ({ line, soc })),
  );
  const codes = [...new Set(uses.map((use) => use.soc))];
  return codeWarnings(uses, new Set(await listKnownCodes(ctx, codes)), file);
}

import type { TenantContext } from '#db/tenancy';
import { refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { listEmailKeys } from '../data/email-owners';
import type { DirectoryRow } from '../data/employees';
import { lockPeopleImport } from '../data/import-lock';
import { listKnownCodes } from '../data/occupation-codes';
import { checkEmployees, type KnownPerson } from '../domain/check-employees';
import { codeWarnings } from '../domain/code-warnings';
import { planEmployees } from '../domain/plan-employees';
import { siteSpeller } from '../domain/site-name';
import { applyEmployeeChanges } from './apply-employee-changes';
import { type KnownNames, loadEmployeeStates } from './load-employee-states';
import { loadKnownNames } from './load-known-names';
import { type EmployeesFile, readEmployeesFile } from './read-employees-file';

export interface FileImport {
  /** Name of the file, as messages show it. */
  readonly file: string;
  readonly text: string;
  /** The day in the organization's time zone. */
  readonly today: string;
  /** Who confirms the occupations of the file; null: nobody does yet. */
  readonly importedBy: string | null;
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
  const read = readEmployeesFile(input.text, input.file);
  await lockPeopleImport(ctx);
  const names = await loadKnownNames(ctx, input.today);
  const file = withKnownSites(read, names);
  const known = knownPeople(names.directory, file);
  const emailKey = await emailKeys(ctx, names.directory, file);
  const faults = [
    ...file.faults,
    ...checkEmployees(file.rows, { file: input.file, known, today: input.today, emailKey }),
  ];
  if (faults.length > 0) throw refusal(input.file, faults);
  const externalIds = new Set(file.rows.map((row) => row.record.externalId));
  const states = await loadEmployeeStates(ctx, externalIds, names);
  const plan = planEmployees(
    file.rows.map((row) => row.record),
    { states, today: input.today, importedBy: input.importedBy },
  );
  await applyEmployeeChanges(ctx, [...plan.created, ...plan.changed], names);
  return {
    created: plan.created.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    warnings: [...file.warnings, ...(await occupationWarnings(ctx, file, input.file))],
  };
}

/** The file with sites under the names that they have. */
function withKnownSites(file: EmployeesFile, { sites }: KnownNames): EmployeesFile {
  const siteOf = siteSpeller(sites);
  const rows = file.rows.map(({ record, ...row }) => ({
    ...row,
    record: { ...record, site: siteOf(record.site) },
  }));
  return { ...file, rows };
}

/** What e-mails of the file and of who is known are compared by. */
async function emailKeys(
  ctx: TenantContext,
  directory: readonly DirectoryRow[],
  file: EmployeesFile,
): Promise<(email: string) => string> {
  const emails = [...directory, ...file.rows.map(({ record }) => record)].flatMap(({ email }) => email ?? []);
  const keys = await listEmailKeys(ctx, emails);
  return (email) => keys.get(email) ?? email;
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

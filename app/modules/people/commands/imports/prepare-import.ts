import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import { listKnownCodes } from '../../data/occupation-codes';
import type { KnownPerson } from '../../domain/check-employees';
import { codeWarnings } from '../../domain/code-warnings';
import type { ImportLayout } from '../../domain/imports/import-layout';
import { settleRows } from '../../domain/imports/settle-rows';
import { listOwnedFields } from '../../queries/list-owned-fields';
import { externalIdsOf } from '../external-ids-of';
import type { KnownNames } from '../load-employee-states';
import { loadKnownNames } from '../load-known-names';
import { managersFirst } from './managers-first';
import { type ReadRow, type RejectedRow, readImportRows, rejectedRow } from './read-import-rows';

export interface ImportFile {
  readonly table: LooseTable;
  readonly layout: ImportLayout;
  readonly today: DayText;
}

/** A file held against what is known: rows that can be taken together, and those that cannot. */
export interface PreparedImport {
  readonly names: KnownNames;
  /** Who is in the organization, by external id, as before this import. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  /** Ids by external id, also of those who are new, before anything is stored. */
  readonly employees: ReadonlyMap<string, string>;
  /** New people first, each after their manager; then the others as in the file. */
  readonly rows: readonly ReadRow[];
  readonly rejected: readonly RejectedRow[];
  /** Fields that stay as they are, by person: owned by Cadre. */
  readonly owned: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tells by external id who is in the file, also of rejected rows. */
  readonly inFile: { readonly has: (externalId: string) => boolean };
  readonly warnings: readonly FieldError[];
}

/** Reads the rows of a file and settles which can be taken, without storing anything. */
export async function prepareImport(ctx: TenantContext, file: ImportFile): Promise<PreparedImport> {
  const names = await loadKnownNames(ctx, file.today);
  const read = readImportRows(file.table, file.layout);
  const employees = new Map(names.directory.map((row) => [row.externalId, row.employeeId]));
  const known = knownPeople(names);
  const owned = await listOwnedFields(ctx, idsOf(read.rows, employees));
  const hasEmails = file.layout.columns.email !== undefined;
  const stated =
    hasEmails && owned.size === 0
      ? read.rows
      : read.rows.map((row) => {
          const { externalId } = row.record;
          const email = known.get(externalId)?.email ?? null;
          return withoutKept(row, { owned: owned.get(employees.get(externalId) ?? ''), email, hasEmails });
        });
  const settled = settleRows(stated, { known, today: file.today });
  const rejected = settled.rejected.map(({ row, fault }) =>
    rejectedRow({ ...row, externalId: row.record.externalId, name: row.record.name }, [fault]),
  );
  const fresh = settled.good.filter(({ record }) => !known.has(record.externalId));
  for (const { record } of fresh) employees.set(record.externalId, v7());
  const unread = new Set(read.rejected.map(({ externalId }) => externalId));
  return {
    names,
    known,
    employees,
    rows: [
      ...managersFirst(fresh),
      ...(fresh.length === 0
        ? settled.good
        : settled.good.filter(({ record }) => known.has(record.externalId))),
    ],
    rejected: [...read.rejected, ...rejected].sort((a, b) => a.line - b.line),
    owned,
    inFile: { has: (externalId) => settled.all.has(externalId) || unread.has(externalId) },
    warnings: [...read.warnings, ...(await occupationWarnings(ctx, settled.good, file.table.file))],
  };
}

function idsOf(rows: readonly ReadRow[], employees: ReadonlyMap<string, string>): string[] {
  return rows.flatMap(({ record }) => employees.get(record.externalId) ?? []);
}

/**
 * The row without what it does not change: e-mail and manager that Cadre owns, and the e-mail of a file without e-mails.
 * They count where rows are held against each other.
 */
function withoutKept(
  row: ReadRow,
  known: {
    readonly owned: ReadonlySet<string> | undefined;
    readonly email: string | null;
    readonly hasEmails: boolean;
  },
): ReadRow {
  const keepsEmail = !known.hasEmails || known.owned?.has('email');
  const keepsManager = known.owned?.has('managerExternalId');
  if (!keepsEmail && !keepsManager) return row;
  return {
    ...row,
    ...(known.hasEmails ? {} : { stated: { ...row.stated, email: known.email } }),
    record: {
      ...row.record,
      ...(keepsEmail ? { email: known.email } : {}),
      ...(keepsManager ? { managerExternalId: undefined } : {}),
    },
  };
}

function knownPeople({ directory }: KnownNames): Map<string, KnownPerson> {
  const externalIdOf = externalIdsOf(directory);
  return new Map(
    directory.map(({ externalId, email, startedOn, managerId }) => [
      externalId,
      {
        email,
        startedOn,
        managerExternalId: managerId === null ? null : (externalIdOf.get(managerId) ?? null),
      },
    ]),
  );
}

async function occupationWarnings(
  ctx: TenantContext,
  rows: readonly ReadRow[],
  file: string,
): Promise<FieldError[]> {
  const codes = new Set<string>();
  for (const { soc } of usesOf(rows)) codes.add(soc);
  return codeWarnings(usesOf(rows), new Set(await listKnownCodes(ctx, [...codes])), file);
}

function* usesOf(rows: readonly ReadRow[]): Generator<{ line: number; soc: string }> {
  for (const { line, record } of rows) for (const { soc } of record.occupations ?? []) yield { line, soc };
}

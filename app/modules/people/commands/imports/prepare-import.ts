import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';
import { listKnownCodes } from '../../data/occupation-codes';
import type { KnownPerson } from '../../domain/check-employees';
import { codeWarnings } from '../../domain/code-warnings';
import type { ImportLayout } from '../../domain/imports/import-layout';
import { withAllFaults } from '../../domain/imports/refused-rows';
import { type SettledRows, settleRows } from '../../domain/imports/settle-rows';
import { listOwnedFields } from '../../queries/list-owned-fields';
import { externalIdsOf } from '../external-ids-of';
import type { KnownNames } from '../load-employee-states';
import { loadKnownNames } from '../load-known-names';
import { managersFirst } from './managers-first';
import {
  type ReadRow,
  type ReadRows,
  type RejectedRow,
  readImportRows,
  rejectedRow,
} from './read-import-rows';

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
  const owned = await listOwnedFields(ctx, idsOf(read, employees));
  const hasEmails = file.layout.columns.email !== undefined;
  const stated =
    hasEmails && owned.size === 0
      ? read.rows
      : read.rows.map((row) => {
          const { externalId } = row.record;
          const email = known.get(externalId)?.email ?? null;
          return withoutKept(row, { owned: owned.get(employees.get(externalId) ?? ''), email, hasEmails });
        });
  const lines = new Map(read.rejected.map(({ externalId, line }) => [externalId, line]));
  const settled = settleRows(stated, { known, today: file.today, unread: lines });
  const unread = read.rejected.map((row) =>
    owned.get(employees.get(row.externalId) ?? '')?.has('managerExternalId')
      ? { ...row, manager: null }
      : row,
  );
  const fresh = settled.good.filter(({ record }) => !known.has(record.externalId));
  for (const { record } of fresh) employees.set(record.externalId, v7());
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
    rejected: allRejected(settled, { unread, known }),
    owned,
    inFile: { has: (externalId) => settled.all.has(externalId) || lines.has(externalId) },
    warnings: [...read.warnings, ...(await occupationWarnings(ctx, settled.good, file.table.file))],
  };
}

function idsOf({ rows, rejected }: ReadRows, employees: ReadonlyMap<string, string>): string[] {
  const named = [...rows.map(({ record }) => record), ...rejected];
  return named.flatMap(({ externalId }) => employees.get(externalId) ?? []);
}

/** Rows that could not be read and those that cannot be taken, in the order of the file, each with all of its faults. */
function allRejected(
  { good, rejected }: SettledRows<ReadRow>,
  {
    unread,
    known,
  }: { readonly unread: readonly RejectedRow[]; readonly known: ReadonlyMap<string, KnownPerson> },
): RejectedRow[] {
  const refused = [
    ...unread,
    ...rejected.map(({ row, fault }) => rejectedRow({ ...row, ...named(row) }, [fault])),
  ];
  if (refused.length === 0) return [];
  const taken = new Set(good.map(({ record }) => record.externalId));
  const rows = [...refused, ...good.map((row) => ({ line: row.line, ...named(row) }))];
  const isTaken = (externalId: string) => known.has(externalId) || taken.has(externalId);
  return withAllFaults(refused, { rows, isTaken }).sort((a, b) => a.line - b.line);
}

function named({ record: { externalId, name, email, managerExternalId } }: ReadRow) {
  return { externalId, name, email, manager: managerExternalId ?? null };
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

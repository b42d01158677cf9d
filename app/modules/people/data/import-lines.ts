import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** A row of a file as it is held against what is known (db/migrations/0065). */
export interface ImportLine {
  /** The place in the file, from 1. */
  readonly number: number;
  readonly line: number;
  readonly externalId: string;
  readonly emailKey: string | null;
  /** Empty: nobody; null: not stated. */
  readonly manager: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly status: string | null;
  readonly facts: string;
  readonly held: string | null;
  readonly band: number | null;
  readonly cells: string;
  /** Stands where it could not be read; null: it could. */
  readonly fault: string | null;
}

/** A row with what the checks found (domain/imports/line-fault.ts). */
export interface StoredLine extends Pick<ImportLine, 'number' | 'line' | 'cells' | 'fault'> {
  readonly emailBefore: string | null;
}

/** Rows of one statement. */
const BATCH = 3_000;

/** The rows of one import, under a name. */
export function linesOf(
  { organizationId }: TenantContext,
  importId: string,
  alias: 'l' | 'g' | 'm',
): RawBuilder<boolean> {
  const table = sql.raw<unknown>(alias);
  return sql<boolean>`${table}.organization_id = ${organizationId}::uuid and ${table}.import_id = ${importId}::uuid`;
}

/** Adds rows, seen by this transaction alone until it deletes them. Columns go over as lists. */
export async function insertImportLines(
  ctx: TenantContext,
  importId: string,
  lines: readonly ImportLine[],
): Promise<void> {
  for (const batch of batches(lines, BATCH)) {
    const list = <T>(of: (line: ImportLine) => T): T[] => batch.map(of);
    await sql`
      insert into public.import_lines (organization_id, import_id, number, line, external_id, email_key, manager,
             started_on, ended_on, status, facts, held, band, cells, fault, fault_round)
      select ${ctx.organizationId}::uuid, ${importId}::uuid, given.*
        from unnest(${list((l) => l.number)}::integer[], ${list((l) => l.line)}::integer[],
                    ${list((l) => l.externalId)}::text[], ${list((l) => l.emailKey)}::text[],
                    ${list((l) => l.manager)}::text[], ${list((l) => l.startedOn)}::text[],
                    ${list((l) => l.endedOn)}::text[], ${list((l) => l.status)}::text[],
                    ${list((l) => l.facts)}::text[], ${list((l) => l.held)}::text[],
                    ${list((l) => l.band)}::smallint[], ${list((l) => l.cells)}::text[],
                    ${list((l) => l.fault)}::text[],
                    ${list((l) => (l.fault === null ? null : 0))}::smallint[]) as given`.execute(ctx.tx);
  }
}

/** Deletes the rows of an import. */
export async function deleteImportLines(ctx: TenantContext, importId: string): Promise<void> {
  await ctx.tx.deleteFrom('importLines').where('importId', '=', importId).execute();
}

const columns = ['number', 'line', 'cells', 'fault', 'emailBefore'] as const;

/** These rows, in any order. */
export async function listImportLines(
  ctx: TenantContext,
  importId: string,
  numbers: readonly number[],
): Promise<StoredLine[]> {
  return ctx.tx
    .selectFrom('importLines')
    .select(columns)
    .where('importId', '=', importId)
    .where(sql<boolean>`number = any(${numbers}::integer[])`)
    .execute();
}

/** Rows that cannot be taken, in order, after a place. */
export async function listFaultyLines(
  ctx: TenantContext,
  importId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StoredLine[]> {
  return ctx.tx
    .selectFrom('importLines')
    .select(columns)
    .where('importId', '=', importId)
    .where('fault', 'is not', null)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

export interface SharingLine {
  readonly line: number;
  readonly externalId: string;
  readonly email: string | null;
  readonly isGood: boolean;
}

/** Rows with one of these ids or e-mails (in lower case): unread ones first, then others not taken, then good ones. */
export async function listSharingLines(
  ctx: TenantContext,
  importId: string,
  { externalIds, emails }: { readonly externalIds: readonly string[]; readonly emails: readonly string[] },
): Promise<SharingLine[]> {
  const { rows } = await sql<SharingLine>`
    select l.line, l.external_id as "externalId", l.email_key as email, l.fault is null as "isGood"
      from public.import_lines l
     where ${linesOf(ctx, importId, 'l')}
       and (l.external_id = any(${externalIds}::text[]) or l.email_key = any(${emails}::text[]))
     order by l.fault_round nulls last, l.number`.execute(ctx.tx);
  return rows;
}

/** How many rows cannot be taken. */
export async function countFaultyLines(ctx: TenantContext, importId: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select count(*)::integer as lines from public.import_lines l
     where ${linesOf(ctx, importId, 'l')} and fault is not null`.execute(ctx.tx);
  return rows[0]?.lines ?? 0;
}

/**
 * Has the planner join whole tables by hashing, until updateUsualJoins: of rows that this transaction wrote it knows
 * nothing, and one look for each of them may take minutes.
 */
export async function updateWholeJoins(ctx: TenantContext): Promise<void> {
  await sql`
    select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('work_mem', '64MB', true)`.execute(ctx.tx);
}

/** The planner's own choice again. */
export async function updateUsualJoins(ctx: TenantContext): Promise<void> {
  await sql`reset enable_nestloop`.execute(ctx.tx);
  await sql`reset enable_mergejoin`.execute(ctx.tx);
  await sql`reset work_mem`.execute(ctx.tx);
}

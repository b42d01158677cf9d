import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { OtherLines } from '../domain/imports/all-faults';

/** A row of a file as it is held against what is known (db/migrations/0065). */
export interface ImportLine {
  /** The place in the file, from 1. */
  readonly number: number;
  readonly line: number;
  readonly externalId: string;
  /** Null: none, or not stated. */
  readonly email: string | null;
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

/** Longest text of the cells of rows that are read together, beside the last one: rows are as long as files have them. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Stand between the values of a column, and for none; no text of a row has the first (cellsText). */
const [BETWEEN, NONE] = ['\u001d', '\u001e'];

/** The rows of one import, under a name. */
export function linesOf(
  { organizationId }: TenantContext,
  importId: string,
  alias: 'l' | 'g' | 'm',
): RawBuilder<boolean> {
  const table = sql.raw<unknown>(alias);
  return sql<boolean>`${table}.organization_id = ${organizationId}::uuid and ${table}.import_id = ${importId}::uuid`;
}

/**
 * Adds rows, seen by this transaction alone until it deletes them. Columns go over as one text each: a list would have each
 * of its values quoted and read twice. E-mails are compared as the database writes them in small letters, everywhere.
 */
export async function insertImportLines(
  ctx: TenantContext,
  importId: string,
  lines: readonly ImportLine[],
): Promise<void> {
  if (lines.length === 0) return;
  // Each begins with a row that is left out: of nothing but an empty value the database would make no row.
  const column = (of: (line: ImportLine) => string | number | null) => {
    const values = lines.map((line) => of(line) ?? NONE).join(BETWEEN);
    return sql`string_to_table(${BETWEEN + values}::text, ${BETWEEN}, ${NONE})`;
  };
  await sql`
    insert into public.import_lines (organization_id, import_id, number, line, external_id, email_key, manager,
           started_on, ended_on, status, facts, held, band, cells, fault, fault_round)
    select ${ctx.organizationId}::uuid, ${importId}::uuid, number::integer, line::integer, external_id, lower(email),
           manager, started_on, ended_on, status, facts, held, band::smallint, cells, fault,
           case when fault is not null then 0 end
      from rows from (
             ${column((l) => l.number)}, ${column((l) => l.line)}, ${column((l) => l.externalId)},
             ${column((l) => l.email)}, ${column((l) => l.manager)}, ${column((l) => l.startedOn)},
             ${column((l) => l.endedOn)}, ${column((l) => l.status)}, ${column((l) => l.facts)},
             ${column((l) => l.held)}, ${column((l) => l.band)}, ${column((l) => l.cells)}, ${column((l) => l.fault)})
           as given(number, line, external_id, email, manager, started_on, ended_on, status, facts, held, band, cells,
                    fault)
     where number <> ''`.execute(ctx.tx);
}

/** Deletes the rows of an import. */
export async function deleteImportLines(ctx: TenantContext, importId: string): Promise<void> {
  await ctx.tx.deleteFrom('importLines').where('importId', '=', importId).execute();
}

/** The first of these rows, in their order: so many that their cells fit into a batch, one at least. */
export async function listImportLines(
  ctx: TenantContext,
  importId: string,
  numbers: readonly number[],
): Promise<StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    select number, line, cells, fault, "emailBefore"
      from (select one.*, given.place,
                   sum(octet_length(one.cells)) over (order by given.place) - octet_length(one.cells) as bytes
              from unnest(${numbers}::integer[]) with ordinality as given(number, place)
             cross join lateral (
                   select l.number, l.line, l.cells, l.fault, l.email_before as "emailBefore" from public.import_lines l
                    where ${linesOf(ctx, importId, 'l')} and l.number = given.number offset 0) as one) as read
     where bytes < ${MOST_BYTES} order by place`.execute(ctx.tx);
  return rows;
}

/** A row that is not taken, with what the rest of the file says of it (updateOtherLines). */
export interface RefusedLine extends StoredLine, OtherLines {}

/** Rows that cannot be taken, in order, after a place: so many that their cells fit into a batch, one at least. */
export async function listFaultyLines(
  ctx: TenantContext,
  importId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<RefusedLine[]> {
  const { rows } = await sql<RefusedLine>`
    select number, line, cells, fault, "emailBefore", "idLine", "emailLine", "managerLine"
      from (select next.*, sum(octet_length(cells)) over (order by number) - octet_length(cells) as bytes
              from (select l.number, l.line, l.cells, l.fault, l.email_before as "emailBefore", l.id_line as "idLine",
                           l.email_line as "emailLine", l.manager_line as "managerLine"
                      from public.import_lines l
                     where ${linesOf(ctx, importId, 'l')} and l.fault is not null and l.number > ${after}
                     order by l.number limit ${limit}) as next) as read
     where bytes < ${MOST_BYTES} order by number`.execute(ctx.tx);
  return rows;
}

/**
 * Notes of each row that cannot be taken the lines of others with its id or e-mail, unread ones first, then in order, and
 * of its manager's refused row: once for all rows, so that as many with one e-mail as there are cost no more each.
 */
export async function updateOtherLines(ctx: TenantContext, importId: string): Promise<void> {
  const firstTwo = (key: string) => {
    const name = sql.raw<unknown>(key);
    return sql`
      select ${name}, min(line) filter (where place = 1) as first, min(line) filter (where place = 2) as second,
             bool_or(fault is null) as is_taken
        from (select m.${name}, m.line, m.fault,
                     row_number() over (partition by m.${name} order by m.fault_round nulls last, m.number) as place
                from public.import_lines m
               where ${linesOf(ctx, importId, 'm')} and m.${name} in (select key from ${sql.raw(`${key}s`)})) as placed
       group by ${name}`;
  };
  await sql`
    with refused as materialized (
      select l.number, l.line, l.external_id, l.email_key, nullif(l.manager, '') as manager from public.import_lines l
       where ${linesOf(ctx, importId, 'l')} and l.fault is not null
    ), external_ids(key) as (
      select external_id from refused where external_id <> '' union select manager from refused
    ), email_keys(key) as (
      select distinct email_key from refused
    ), ids as materialized (${firstTwo('external_id')}), emails as materialized (${firstTwo('email_key')}),
    told as (
      select r.number, case when i.first <> r.line then i.first else i.second end as id_line,
             case when m.first <> r.line then m.first else m.second end as email_line,
             case when r.manager <> r.external_id and e.external_id is null and o.is_taken is not true
                  then coalesce(o.first, 0) end as manager_line
        from refused r
        left join ids i on i.external_id = r.external_id
        left join emails m on m.email_key = r.email_key
        left join ids o on o.external_id = r.manager
        left join public.employees e on e.organization_id = ${ctx.organizationId}::uuid and e.external_id = r.manager
    )
    update public.import_lines l
       set id_line = told.id_line, email_line = told.email_line, manager_line = told.manager_line
      from told
     where ${linesOf(ctx, importId, 'l')} and l.number = told.number
       and num_nonnulls(told.id_line, told.email_line, told.manager_line) > 0`.execute(ctx.tx);
}

/**
 * Has the planner join and group whole tables by hashing, until updateUsualJoins: of rows that this transaction wrote it knows
 * nothing, and one look for each of them may take minutes.
 */
export async function updateWholeJoins(ctx: TenantContext): Promise<void> {
  await sql`
    select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true),
           set_config('work_mem', '64MB', true)`.execute(ctx.tx);
}

/** The planner's own choice again. */
export async function updateUsualJoins(ctx: TenantContext): Promise<void> {
  await sql`reset enable_nestloop`.execute(ctx.tx);
  await sql`reset enable_mergejoin`.execute(ctx.tx);
  await sql`reset enable_sort`.execute(ctx.tx);
  await sql`reset enable_incremental_sort`.execute(ctx.tx);
  await sql`reset work_mem`.execute(ctx.tx);
}

import { sql } from 'kysely';
import { TENANT_TABLES } from './table-scope';
import type { TenantContext } from './tenancy';

/** Rows of one table, each as the text of a JSON object, and the key after which the next ones follow. */
export interface RowPage {
  readonly rows: readonly string[];
  /** Null: there are no more. */
  readonly next: readonly string[] | null;
}

interface KeyColumn {
  readonly name: string;
  readonly type: string;
}

/** Rows read at once; pieces of uploaded files are large. */
const LIMIT = 1_000;
const LARGE: ReadonlySet<string> = new Set(['upload_chunks', 'release_cuts', 'privacy_versions']);
const LARGE_LIMIT = 4;

/**
 * Reads rows of a table of the organization by its primary key, as the organization: whatever columns there are.
 * @param after key of the row before, as `next` gave it; null: from the first.
 * @throws Error for a table that is none of an organization's.
 */
export async function readRows(
  ctx: TenantContext,
  table: string,
  after: readonly string[] | null,
): Promise<RowPage> {
  if (!TENANT_TABLES.includes(table)) throw new Error(`${table} is no table of an organization`);
  const key = await listKeyColumns(ctx, table);
  const limit = LARGE.has(table) ? LARGE_LIMIT : LIMIT;
  const names = key.map(({ name }) => sql`t.${sql.id(name)}`);
  const values = key.map(({ type }, index) => sql`${after?.[index] ?? null}::text::${sql.raw(type)}`);
  const follows = after && key.length > 0 ? sql`and (${sql.join(names)}) > (${sql.join(values)})` : sql``;
  const ordered = key.length > 0 ? sql`order by ${sql.join(names)}` : sql``;
  const keyTexts =
    key.length > 0 ? sql`array[${sql.join(names.map((name) => sql`${name}::text`))}]` : sql`'{}'::text[]`;
  const { rows } = await sql<{ line: string; key: string[] }>`
    select to_json(t)::text as line, ${keyTexts} as key from ${sql.id('public', table)} t
     where t.organization_id = ${ctx.organizationId}::uuid ${follows} ${ordered} limit ${limit}`.execute(
    ctx.tx,
  );
  const next = key.length > 0 && rows.length === limit ? (rows.at(-1)?.key ?? null) : null;
  return { rows: rows.map(({ line }) => line), next };
}

/** The columns of the primary key after the organization's id, with their types. */
async function listKeyColumns(ctx: TenantContext, table: string): Promise<readonly KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select a.attname as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type
      from pg_catalog.pg_index i
      cross join unnest(i.indkey::smallint[]) with ordinality as k(number, position)
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
     where i.indrelid = ${`public.${table}`}::regclass and i.indisprimary and a.attname <> 'organization_id'
     order by k.position`.execute(ctx.tx);
  return rows;
}

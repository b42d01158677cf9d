import type postgres from 'postgres';

/** The rows of every table of a database, by `schema.table`: one text for each row, bytes as the text they hold. */
export async function everythingStored(admin: postgres.Sql): Promise<Map<string, string[]>> {
  const tables = await admin<{ schema: string; name: string; bytes: string[] }[]>`
    select n.nspname as schema, c.relname as name,
           array(select a.attname from pg_attribute a
                  where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped)::text[] as bytes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
     order by 1, 2`;
  const stored = new Map<string, string[]>();
  for (const { schema, name, bytes } of tables) {
    const decoded = bytes
      .map((column) => `|| ' ' || coalesce(encode(t."${column}", 'escape'), '')`)
      .join(' ');
    const rows = await admin.unsafe<{ row: string }[]>(
      `select t::text ${decoded} as row from "${schema}"."${name}" t order by 1`,
    );
    stored.set(
      `${schema}.${name}`,
      rows.map(({ row }) => row),
    );
  }
  return stored;
}

/** The tables in which a text stands, whatever its case. */
export function tablesHolding(stored: ReadonlyMap<string, readonly string[]>, text: string): string[] {
  const sought = text.toLowerCase();
  return [...stored].flatMap(([table, rows]) =>
    rows.some((row) => row.toLowerCase().includes(sought)) ? [table] : [],
  );
}

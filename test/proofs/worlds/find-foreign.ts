import type postgres from 'postgres';

const CANARY = /canary[a-z][0-9a-f]{10}/g;

/** Canaries in a text that are not those of its own organization. */
export function foreignCanaries(text: string, own: string | undefined): string[] {
  return [...new Set([...text.matchAll(CANARY)].map(([canary]) => canary))].filter(
    (canary) => canary !== own,
  );
}

/** Tables of people who may belong to several organizations: their rows name no organization. */
const OF_PEOPLE = ['auth.users'];

/** Rows that hold a canary which is not that of their organization; rows of no organization may hold none. As superuser. */
export async function rowsWithForeign(
  admin: postgres.Sql,
  canaryOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const tables = await admin<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
       and c.relname not like 'onet\\_%'`;
  const found: string[] = [];
  for (const { name } of tables.filter((table) => !OF_PEOPLE.includes(table.name))) {
    const rows = await admin.unsafe<{ row: { organization_id?: string } }[]>(
      `select to_jsonb(t) as row from ${name} t where t::text ~ 'canary[a-z]'`,
    );
    for (const { row } of rows) {
      const foreign = foreignCanaries(JSON.stringify(row), canaryOf.get(row.organization_id ?? ''));
      if (foreign.length > 0) found.push(`${name} of ${row.organization_id}: ${foreign.join()}`);
    }
  }
  return found;
}

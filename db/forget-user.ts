import { sql } from 'kysely';
import type { TenantContext } from './tenancy';

/** Stands where the id of a user stood who was erased. */
export const ERASED_USER = 'erased';

interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * Writes `erased` wherever a text column of the organization's tables is the id of this user: who confirmed, began,
 * imported, asked. Read from the catalogue, so that a later table is not forgotten; what the role may not change (the
 * audit log) stays.
 */
export async function forgetUser(ctx: TenantContext, userId: string): Promise<void> {
  const byTable = Map.groupBy(await listTextColumns(ctx), (column) => column.table);
  for (const [table, columns] of byTable) {
    const names = columns.map(({ column }) => sql.ref(column));
    const values = names.map(
      (name) => sql`${name} = case when ${name} = ${userId}::text then ${ERASED_USER}::text else ${name} end`,
    );
    const anywhere = sql.join(
      names.map((name) => sql`${name} = ${userId}::text`),
      sql` or `,
    );
    await sql`update ${sql.id('public', table)} set ${sql.join(values)}
      where organization_id = ${ctx.organizationId}::uuid and (${anywhere})`.execute(ctx.tx);
  }
}

async function listTextColumns(ctx: TenantContext): Promise<readonly TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select c.relname as "table", a.attname as "column"
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_catalog.pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and a.atttypid = 'text'::regtype
     where c.relkind = 'r' and has_column_privilege(c.oid, a.attnum, 'UPDATE')
     order by c.relname, a.attnum`.execute(ctx.tx);
  return rows;
}

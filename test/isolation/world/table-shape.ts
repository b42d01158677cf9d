import type postgres from 'postgres';
import { TENANT_TABLES } from '#db/table-scope';

export interface ColumnShape {
  readonly name: string;
  /** As PostgreSQL writes it, e.g. "smallint", "text[]". */
  readonly type: string;
  readonly required: boolean;
  /** Made by the database: an identity or a generated column. */
  readonly made: boolean;
  /** Definitions of the checks on this column alone. */
  readonly checks: readonly string[];
}

export interface ForeignKeyShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parent: string;
  readonly parentColumns: readonly string[];
}

/** A tenant table as pg_catalog describes it; names are those of the schema public. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly foreignKeys: readonly ForeignKeyShape[];
}

/** The shapes of all tenant tables, by name. */
export async function readTableShapes(admin: postgres.Sql): Promise<Map<string, TableShape>> {
  const columns = await admin<(ColumnShape & { table: string })[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
           a.attidentity <> '' or a.attgenerated <> '' as made,
           array(select pg_get_constraintdef(k.oid) from pg_constraint k
                  where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relname in ${admin([...TENANT_TABLES])}
     order by c.relname, a.attnum`;
  const keys = await admin<(ForeignKeyShape & { table: string })[]>`
    select c.relname as table, k.conname as name, p.relname as parent,
           array(select attname::text from unnest(k.conkey) with ordinality as u(n, o)
                   join pg_attribute on attrelid = k.conrelid and attnum = n order by o) as columns,
           array(select attname::text from unnest(k.confkey) with ordinality as u(n, o)
                   join pg_attribute on attrelid = k.confrelid and attnum = n order by o) as "parentColumns"
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relname in ${admin([...TENANT_TABLES])}
     order by c.relname, k.conname`;
  return new Map(
    TENANT_TABLES.map((name) => [
      name,
      {
        name,
        columns: columns.filter(({ table }) => table === name),
        foreignKeys: keys.filter(({ table }) => table === name),
      },
    ]),
  );
}

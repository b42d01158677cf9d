import { sql } from 'kysely';
import type { SystemContext } from './system';

const SCHEMAS = `('public', 'auth', 'cadre_private')`;

const SECTIONS: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: 'tables and columns',
    query: `select 'table ' || c.oid::regclass || E' (\\n' || string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' generated always as identity'
             when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end,
        E',\\n' order by a.attnum) || E'\\n)' as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname in ${SCHEMAS} and c.relkind = 'r' group by c.oid, n.nspname, c.relname order by n.nspname, c.relname`,
  },
  {
    title: 'constraints',
    query: `select 'alter table ' || con.conrelid::regclass || ' add ' || pg_get_constraintdef(con.oid) as line from pg_constraint con
      join pg_namespace n on n.oid = con.connamespace where n.nspname in ${SCHEMAS} and con.contype in ('p', 'u', 'f', 'c')
      order by con.conrelid::regclass::text, con.contype, con.conname`,
  },
  {
    title: 'indexes',
    query: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${SCHEMAS}
      and not exists (select from pg_constraint con where con.conindid = i.indexrelid) order by 1`,
  },
  {
    title: 'row security',
    query: `select 'policy ' || p.polname || ' on ' || p.polrelid::regclass || ' using ' || pg_get_expr(p.polqual, p.polrelid)
        || ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid) || case when c.relforcerowsecurity then ' (forced)' else '' end as line
      from pg_policy p join pg_class c on c.oid = p.polrelid order by 1`,
  },
  {
    title: 'grants',
    query: `select 'grant ' || string_agg(acl.privilege_type, ', ' order by acl.privilege_type) || ' on ' || c.oid::regclass || ' to ' || r.rolname as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) as acl join pg_roles r on r.oid = acl.grantee
      where n.nspname in ${SCHEMAS} and c.relkind = 'r' and r.rolname in ('cadre_app', 'cadre_auth')
      group by c.oid, r.rolname order by c.oid::regclass::text, r.rolname`,
  },
  {
    title: 'grants of single columns',
    query: `select 'grant ' || acl.privilege_type || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ') on ' || c.oid::regclass || ' to ' || r.rolname as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
           aclexplode(a.attacl) as acl join pg_roles r on r.oid = acl.grantee
      where n.nspname in ${SCHEMAS} and c.relkind = 'r' and r.rolname in ('cadre_app', 'cadre_auth')
      group by c.oid, acl.privilege_type, r.rolname order by c.oid::regclass::text, r.rolname, acl.privilege_type`,
  },
  {
    title: 'functions',
    query: `select pg_get_functiondef(p.oid) || coalesce((select string_agg(E'\\n-- execute: ' || r.rolname, '' order by r.rolname)
        from aclexplode(p.proacl) as acl join pg_roles r on r.oid = acl.grantee), '') as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${SCHEMAS} order by p.oid::regprocedure::text`,
  },
];

/** The schema as text, the same for the same schema; committed as db/schema.sql so that a review sees what changed. */
export async function dumpSchema({ tx }: SystemContext): Promise<string> {
  const parts: string[] = ['-- Written by npm run db:schema from the migrations. Do not edit.'];
  for (const { title, query } of SECTIONS) {
    const { rows } = await sql.raw<{ line: string }>(query).execute(tx);
    parts.push(`-- ${title}`, ...rows.map(({ line }) => `${line};`));
  }
  return `${parts.join('\n\n')}\n`;
}

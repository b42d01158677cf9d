import { REACH_RULES } from './catalogue-reach-rules';
import type { CatalogueRule } from './catalogue-rule';

const RUNTIME_ROLES = `('cadre_app', 'cadre_auth')`;
const OUR_SCHEMAS = `('public', 'auth', 'cadre_private')`;
const TENANT = `select name, oid from listed where scope = 'tenant' and oid is not null`;
/** The organization asked for once in a statement, with and without public on the search path; no other expression is right. */
const POLICY = `('(organization_id = ( SELECT current_organization_id() AS current_organization_id))',
  '(organization_id = ( SELECT public.current_organization_id() AS current_organization_id))')`;

const ROLE_RULES: readonly CatalogueRule[] = [
  {
    name: 'the server is older than 16.12, 17.8 or 18.2 and lacks row-security fixes',
    query: `select 'PostgreSQL ' || current_setting('server_version') as subject
      where case current_setting('server_version_num')::int / 10000
        when 16 then current_setting('server_version_num')::int < 160012
        when 17 then current_setting('server_version_num')::int < 170008
        when 18 then current_setting('server_version_num')::int < 180002
        else current_setting('server_version_num')::int < 160000 end`,
  },
  {
    name: 'a runtime role is a superuser or may bypass row security, make roles or databases, or replicate',
    query: `select rolname as subject from pg_roles where rolname in ${RUNTIME_ROLES}
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    name: 'a runtime role is missing',
    query: `select wanted as subject from unnest(array['cadre_app', 'cadre_auth']) as wanted
      where not exists (select from pg_roles where rolname = wanted)`,
  },
  {
    name: 'a runtime role belongs to another role',
    query: `select m.rolname as subject from pg_auth_members a join pg_roles m on m.oid = a.member
      where m.rolname in ${RUNTIME_ROLES}`,
  },
  {
    name: 'a runtime role owns something',
    query: `select r.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, 0) as subject from pg_shdepend d
      join pg_roles r on d.refclassid = 'pg_authid'::regclass and r.oid = d.refobjid
      where r.rolname in ${RUNTIME_ROLES} and d.deptype = 'o'
        and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
  },
  {
    name: 'statements of a runtime role can be read by other sessions (track_activities is on)',
    query: `select rolname as subject from pg_roles where rolname in ${RUNTIME_ROLES}
      and not coalesce('track_activities=off' = any(rolconfig), false)`,
  },
  {
    name: 'a runtime role may create objects in a schema',
    query: `select r.rolname || ' in ' || n.nspname as subject from pg_namespace n, pg_roles r
      where r.rolname in ${RUNTIME_ROLES} and n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  },
];

const TABLE_RULES: readonly CatalogueRule[] = [
  {
    name: 'a table is not listed in table-scope.ts',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${OUR_SCHEMAS} and c.relkind in ('r', 'p') and c.oid not in (select oid from listed where oid is not null)`,
  },
  {
    name: 'a listed table does not exist',
    query: `select name as subject from listed where oid is null`,
  },
  {
    name: 'a tenant table has no organization_id that is not null',
    query: `select t.name as subject from (${TENANT}) t where not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organization_id' and a.attnotnull)`,
  },
  {
    name: 'row security is not enabled and forced on a tenant table',
    query: `select t.name as subject from (${TENANT}) t join pg_class c on c.oid = t.oid
      where not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    name: 'a tenant table does not have exactly the one policy',
    query: `select t.name as subject from (${TENANT}) t where (
      select count(*) filter (where p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) in ${POLICY} and pg_get_expr(p.polwithcheck, p.polrelid) in ${POLICY}
      ) = 1 and count(*) = 1 from pg_policy p where p.polrelid = t.oid) is not true`,
  },
  {
    name: 'a primary or unique key of a tenant table does not begin with organization_id',
    query: `select i.indexrelid::regclass::text as subject from (${TENANT}) t join pg_index i on i.indrelid = t.oid and i.indisunique
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'organization_id'`,
  },
  {
    name: 'a tenant table has no primary key',
    query: `select t.name as subject from (${TENANT}) t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  },
  {
    name: 'a foreign key of a tenant table does not begin with organization_id on both sides',
    query: `select con.conrelid::regclass || '.' || con.conname as subject from pg_constraint con
      join (${TENANT}) t on t.oid = con.conrelid
      left join pg_attribute here on here.attrelid = con.conrelid and here.attnum = con.conkey[1]
      left join pg_attribute there on there.attrelid = con.confrelid and there.attnum = con.confkey[1]
      where con.contype = 'f' and (here.attname is distinct from 'organization_id' or there.attname is distinct from 'organization_id')`,
  },
  {
    name: 'a reference table points at a tenant table',
    query: `select con.conrelid::regclass || '.' || con.conname as subject from pg_constraint con
      join listed r on r.oid = con.conrelid and r.scope = 'reference' join (${TENANT}) t on t.oid = con.confrelid where con.contype = 'f'`,
  },
  {
    name: 'a tenant table has a child or a parent by inheritance',
    query: `select i.inhrelid::regclass::text as subject from pg_inherits i join (${TENANT}) t on t.oid in (i.inhrelid, i.inhparent)`,
  },
];

const GRANT_RULES: readonly CatalogueRule[] = [
  {
    name: 'cadre_app may truncate, reference or trigger on a tenant table',
    query: `select t.name as subject from (${TENANT}) t where has_table_privilege('cadre_app', t.oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    name: 'cadre_app may write a table that only functions write',
    query: `select name as subject from listed where read_only and oid is not null
      and has_table_privilege('cadre_app', oid, 'INSERT, UPDATE, DELETE')`,
  },
  {
    name: 'cadre_app may write a reference table',
    query: `select name as subject from listed where scope = 'reference' and oid is not null
      and has_table_privilege('cadre_app', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    name: 'cadre_app reaches an auth or system table, or a table of the job queue',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('auth', 'cadre_private', 'graphile_worker') and c.relkind in ('r', 'p', 'v')
      and has_table_privilege('cadre_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    name: 'cadre_auth reaches a table outside the schema auth',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'cadre_private', 'graphile_worker') and c.relkind in ('r', 'p', 'v')
      and has_table_privilege('cadre_auth', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    name: 'everybody has rights on a table',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(c.relacl) as acl where n.nspname in ${OUR_SCHEMAS} and acl.grantee = 0`,
  },
  {
    name: 'a view does not run with the rights of its reader, or is materialized',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${OUR_SCHEMAS} and (c.relkind = 'm' or (c.relkind = 'v'
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`,
  },
  {
    name: 'a definer function has no pinned search path or may be called by everybody',
    query: `select p.oid::regprocedure::text as subject from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ${OUR_SCHEMAS} and p.prosecdef and (
        not exists (select from unnest(p.proconfig) as setting where setting ~ '^search_path=')
        or p.proacl is null or exists (select from aclexplode(p.proacl) as acl where acl.grantee = 0))`,
  },
];

/** Every rule, in the order in which faults are told. */
export const CATALOGUE_RULES: readonly CatalogueRule[] = [
  ...ROLE_RULES,
  ...TABLE_RULES,
  ...GRANT_RULES,
  ...REACH_RULES,
];

import type { CatalogueRule } from './catalogue-rule';

const RUNTIME_ROLES = `('cadre_app', 'cadre_auth')`;
const TENANT = `select name, oid from listed where scope = 'tenant' and oid is not null`;

/** Triggers that note every kind of change, once a statement, whatever it changes: 60 is after, by statement, all four kinds. */
const NOTES = `select g.oid from pg_trigger g join pg_proc p on p.oid = g.tgfoid join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'cadre_private' and p.proname = 'note_change' and g.tgtype = 60 and g.tgenabled in ('O', 'A')
    and g.tgqual is null and g.tgattr = ''`;

/** What a runtime role must not reach by any way: settings, columns, schemas, functions, rules and triggers. */
export const REACH_RULES: readonly CatalogueRule[] = [
  {
    name: 'a runtime role has settings of its own in one database, which pass before those of the role',
    query: `select r.rolname || ': ' || setting as subject from pg_db_role_setting s join pg_roles r on r.oid = s.setrole,
      unnest(s.setconfig) as setting where r.rolname in ${RUNTIME_ROLES} and s.setdatabase <> 0`,
  },
  {
    name: 'a runtime role or everybody may change a setting of the server',
    query: `select p.parname as subject from pg_parameter_acl p, aclexplode(p.paracl) as acl left join pg_roles r on r.oid = acl.grantee
      where acl.grantee = 0 or r.rolname in ${RUNTIME_ROLES}`,
  },
  {
    name: 'a runtime role may create temporary or other objects in the database',
    query: `select r.rolname as subject from pg_roles r where r.rolname in ${RUNTIME_ROLES}
      and has_database_privilege(r.oid, current_database(), 'TEMPORARY, CREATE')`,
  },
  {
    name: 'a right on a single column is granted to a runtime role or to everybody',
    query: `select c.oid::regclass || '.' || a.attname as subject from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) as acl left join pg_roles r on r.oid = acl.grantee
      where n.nspname not in ('pg_catalog', 'information_schema') and (acl.grantee = 0 or r.rolname in ${RUNTIME_ROLES})
        and (coalesce(r.rolname, ''), acl.privilege_type, acl.is_grantable, n.nspname || '.' || c.relname || '.' || a.attname)
          <> ('cadre_app', 'UPDATE', false, 'public.privacy_versions.published_by')`,
  },
  {
    name: 'cadre_app may delete or rewrite what is kept as it was',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname || '.' || c.relname in ('public.k_lowerings', 'public.privacy_versions')
        and (has_table_privilege('cadre_app', c.oid, 'DELETE')
          or (c.relname = 'privacy_versions' and has_table_privilege('cadre_app', c.oid, 'UPDATE')))`,
  },
  {
    name: 'a runtime role may use a schema that is not its own',
    query: `select r.rolname || ' in ' || n.nspname as subject from pg_namespace n, pg_roles r
      where r.rolname in ${RUNTIME_ROLES} and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and has_schema_privilege(r.oid, n.oid, 'USAGE')
        and (r.rolname, n.nspname) not in (('cadre_app', 'public'), ('cadre_app', 'extensions'), ('cadre_auth', 'auth'))`,
  },
  {
    name: 'a definer function that a runtime role may call is not one of the known ones',
    query: `select p.oid::regprocedure::text as subject from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and r.rolname in ${RUNTIME_ROLES}
        and has_function_privilege(r.oid, p.oid, 'EXECUTE') and has_schema_privilege(r.oid, n.oid, 'USAGE')
        and (r.rolname, n.nspname || '.' || p.proname) not in (('cadre_app', 'public.current_organization_id'),
          ('cadre_app', 'public.enqueue_job'), ('cadre_app', 'public.hold_job'), ('cadre_app', 'public.job_status'),
          ('cadre_app', 'public.append_audit'), ('cadre_app', 'public.erase_audit_values'),
          ('cadre_auth', 'auth.readiness'), ('cadre_auth', 'auth.append_audit'), ('cadre_auth', 'auth.enqueue_job'),
          ('cadre_auth', 'auth.ask_for_mails'), ('cadre_auth', 'auth.queue_metrics'), ('cadre_app', 'public.own_jobs'),
          ('cadre_app', 'public.own_figure_jobs'), ('cadre_app', 'public.changed_since'), ('cadre_auth', 'auth.forget_changes'),
          ('cadre_app', 'public.retry_own_jobs'), ('cadre_app', 'public.drop_own_failed_jobs'),
          ('cadre_auth', 'auth.delete_private_views'))`,
  },
  {
    name: 'a tenant table has a rule, or a trigger other than the one that notes changes',
    query: `select t.name || ': ' || r.rulename as subject from (${TENANT}) t join pg_rewrite r on r.ev_class = t.oid
      union all select t.name || ': ' || g.tgname from (${TENANT}) t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
        and g.oid not in (${NOTES})`,
  },
  {
    name: 'changes of a table that pages read are not noted',
    query: `select name as subject from listed where watched and oid is not null
      and not exists (select from pg_trigger g where g.tgrelid = listed.oid and g.oid in (${NOTES}))`,
  },
  {
    name: 'the function that notes changes is not the known one',
    query: `select 'note_change()' as subject where coalesce((select
      p.prosecdef and p.proconfig = '{"search_path=pg_catalog, pg_temp"}'
        and encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') = '3eb5c497ac8de5a8051e6512d73a9ab77cb32201fe0e24a7dd29aa7f99a3ab76'
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'cadre_private' and p.proname = 'note_change' and p.pronargs = 0), false) is not true`,
  },
  {
    name: 'the function that reads the signed setting is not the known one',
    query: `select 'current_organization_id()' as subject where coalesce((select
      p.prosecdef and p.provolatile = 's' and p.proconfig = '{"search_path=pg_catalog, pg_temp"}'
        and encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') = 'e0bb0e576cc29384410486cbbcc4875208b021745b2d8082be42ca7fd65df8b7'
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.proname = 'current_organization_id' and p.pronargs = 0), false) is not true`,
  },
  {
    name: 'a view, foreign or materialized table outside our schemas is readable by a runtime role',
    query: `select c.oid::regclass::text as subject from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
      where r.rolname in ${RUNTIME_ROLES} and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'auth') and has_schema_privilege(r.oid, n.oid, 'USAGE')
        and has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
  },
];

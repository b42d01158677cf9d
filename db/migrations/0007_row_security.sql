-- Enables and forces row security on every tenant table and grants the runtime role its rights.
-- A later migration that adds a tenant table calls the same function for it, in the same file.
create function cadre_private.protect_tenant_table(target regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organization_id = public.current_organization_id()) '
    'with check (organization_id = public.current_organization_id())', target);
  execute format('grant select, insert, update, delete on %s to cadre_app', target);
end
$$;
revoke all on function cadre_private.protect_tenant_table(regclass) from public;

select cadre_private.protect_tenant_table(c.oid::regclass)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
 where c.relkind = 'r';

-- The policy of tenant tables asks for the organization once in a statement instead of for each row that is written:
-- a sub-select without a reference to the row is computed before the first row (docs/decisions/0024-policy-once.md).
create or replace function cadre_private.protect_tenant_table(target regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organization_id = (select public.current_organization_id())) '
    'with check (organization_id = (select public.current_organization_id()))', target);
  execute format('grant select, insert, update, delete on %s to cadre_app', target);
end
$$;

do $$
declare
  target regclass;
begin
  for target in select p.polrelid::regclass from pg_policy p where p.polname = 'tenant' order by p.polrelid::regclass::text loop
    execute format(
      'alter policy tenant on %s using (organization_id = (select public.current_organization_id())) '
      'with check (organization_id = (select public.current_organization_id()))', target);
  end loop;
end
$$;

-- A name stands once for each member who keeps views; shared views of whoever was erased stand under nobody's.
alter table public.saved_views drop constraint saved_views_organization_id_saved_by_name_key;
create unique index saved_views_name on public.saved_views (organization_id, saved_by, name)
  where saved_by <> 'erased';

-- Removes the views that a member keeps for nobody else, in the transaction that ends the membership.
create function auth.delete_private_views(member text) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from public.saved_views v
   where v.organization_id = public.current_organization_id() and v.saved_by = member and not v.shared
$$;
revoke all on function auth.delete_private_views(text) from public;
grant execute on function auth.delete_private_views(text) to cadre_auth;

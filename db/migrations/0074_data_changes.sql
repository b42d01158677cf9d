-- Which transactions changed what pages show, so that a page that was drawn is known to be unchanged or not
-- (docs/decisions/0036-kept-pages.md). Every statement that changes a watched table leaves the number of its transaction,
-- once, with the organization it was signed for; the operator's own, and changes of what is shared, are everybody's.
create table cadre_private.data_changes (
  transaction xid8 not null,
  -- Without a foreign key: what is noted must hold up nobody. 00000000-...: all organizations.
  organization_id uuid not null,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (transaction, organization_id)
);
create index data_changes_of on cadre_private.data_changes (organization_id, transaction);

-- What was committed at a moment, by which notes that are old enough are told.
create table cadre_private.change_horizons (
  taken_at timestamptz primary key default clock_timestamp(),
  snapshot pg_snapshot not null
);

create function cadre_private.note_change() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid;
begin
  -- An earlier note of this number is of another server's transactions, which a copy of the database brought along.
  if exists (
    select from cadre_private.data_changes c where c.transaction = pg_current_xact_id() and c.noted_at >= now()
  ) then return null; end if;
  organization := public.current_organization_id();
  -- Nothing is noted of an organization that was removed: what jobs of it still try finds no row, and leaves no id.
  insert into cadre_private.data_changes (transaction, organization_id)
    select pg_current_xact_id(), coalesce(organization, '00000000-0000-0000-0000-000000000000'::uuid)
     where organization is null
        or exists (select from public.organizations o where o.organization_id = organization)
    on conflict do nothing;
  return null;
end
$$;
revoke all on function cadre_private.note_change() from public;

create function cadre_private.watch_table(target regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format(
    'create trigger note_change after insert or update or delete or truncate on %s '
    'for each statement execute function cadre_private.note_change()', target);
end
$$;

-- Whether anything changed for the organization of this transaction that was not committed at the moment of the snapshot.
create function public.changed_since(since pg_snapshot) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (
    select from cadre_private.data_changes c
     where c.organization_id in (public.current_organization_id(), '00000000-0000-0000-0000-000000000000'::uuid)
       and c.transaction >= pg_snapshot_xmin(since)
       and not pg_visible_in_snapshot(c.transaction, since)
  );
end
$$;
revoke all on function public.changed_since(pg_snapshot) from public;
grant execute on function public.changed_since(pg_snapshot) to cadre_app;

-- Forgets notes of what was committed 20 minutes ago. No page is kept for longer than 15. What a copy of the database
-- brought along that was put back where transactions are counted anew is of numbers that nobody here has had yet.
create function auth.forget_changes() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  horizon cadre_private.change_horizons;
begin
  delete from cadre_private.change_horizons h
   where pg_snapshot_xmax(h.snapshot) > pg_snapshot_xmax(pg_current_snapshot());
  select * into horizon from cadre_private.change_horizons h
   where h.taken_at < clock_timestamp() - interval '20 minutes' order by h.taken_at desc limit 1;
  delete from cadre_private.data_changes c
   where pg_visible_in_snapshot(c.transaction, horizon.snapshot)
      or c.transaction >= pg_snapshot_xmax(pg_current_snapshot())
      or c.noted_at < clock_timestamp() - interval '1 day';
  delete from cadre_private.change_horizons h where h.taken_at < horizon.taken_at;
  insert into cadre_private.change_horizons (snapshot) values (pg_current_snapshot());
end
$$;
revoke all on function auth.forget_changes() from public;
grant execute on function auth.forget_changes() to cadre_auth;

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
  perform cadre_private.watch_table(target);
end
$$;

-- Every table that pages read, of organizations and shared; not what a view, an upload or a request leaves behind
-- (UNWATCHED_TABLES of table-scope.ts).
do $$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and c.relname not in ('audit_entries', 'audit_personal_values', 'idempotency_keys', 'import_lines', 'operations',
         'uploads', 'upload_chunks')
     order by c.oid::regclass::text
  loop
    perform cadre_private.watch_table(target);
  end loop;
end
$$;

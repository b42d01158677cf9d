/** One planted fault for each rule of the catalogue lint. Each runs in a transaction that is rolled back. */
export const BAD_FIXTURES: readonly { readonly rule: string; readonly break: string }[] = [
  {
    rule: 'a runtime role is a superuser or may bypass row security, make roles or databases, or replicate',
    break: 'alter role cadre_app bypassrls',
  },
  { rule: 'a runtime role belongs to another role', break: 'grant cadre_owner to cadre_app' },
  { rule: 'a runtime role owns something', break: 'alter table public.teams owner to cadre_app' },
  {
    rule: 'statements of a runtime role can be read by other sessions (track_activities is on)',
    break: 'alter role cadre_app reset track_activities',
  },
  {
    rule: 'a runtime role may create objects in a schema',
    break: 'grant create on schema public to cadre_app',
  },
  { rule: 'a table is not listed in table-scope.ts', break: 'create table public.forgotten (id int)' },
  { rule: 'a listed table does not exist', break: 'drop table public.evidence' },
  {
    rule: 'a tenant table has no organization_id that is not null',
    break:
      'alter table public.heatmap_cells drop constraint heatmap_cells_pkey; alter table public.heatmap_cells alter organization_id drop not null',
  },
  {
    rule: 'row security is not enabled and forced on a tenant table',
    break: 'alter table public.teams no force row level security',
  },
  {
    rule: 'row security is not enabled and forced on a tenant table',
    break: 'alter table public.ratings disable row level security',
  },
  {
    rule: 'a tenant table does not have exactly the one policy',
    break: 'drop policy tenant on public.teams',
  },
  {
    rule: 'a tenant table does not have exactly the one policy',
    break: 'alter policy tenant on public.teams using (true)',
  },
  {
    rule: 'a tenant table does not have exactly the one policy',
    break: 'create policy more on public.teams for select using (true)',
  },
  {
    rule: 'a tenant table does not have exactly the one policy',
    break: 'alter policy tenant on public.teams with check (organization_id = current_organization_id())',
  },
  {
    rule: 'a primary or unique key of a tenant table does not begin with organization_id',
    break: 'create unique index on public.employees (external_id)',
  },
  {
    rule: 'a tenant table has no primary key',
    break: 'alter table public.capability_state drop constraint capability_state_pkey',
  },
  {
    rule: 'a foreign key of a tenant table does not begin with organization_id on both sides',
    break:
      'create unique index teams_loose on public.teams (team_id); alter table public.employments add foreign key (team_id) references public.teams (team_id)',
  },
  {
    rule: 'a reference table points at a tenant table',
    break:
      'alter table public.occupations add column o uuid, add column t uuid, add foreign key (o, t) references public.teams (organization_id, team_id)',
  },
  {
    rule: 'a tenant table has a child or a parent by inheritance',
    break: 'create table public.kid () inherits (public.teams)',
  },
  {
    rule: 'cadre_app may truncate, reference or trigger on a tenant table',
    break: 'grant truncate on public.ratings to cadre_app',
  },
  {
    rule: 'cadre_app may write a table that only functions write',
    break: 'grant delete on public.audit_entries to cadre_app',
  },
  { rule: 'cadre_app may write a reference table', break: 'grant update on public.occupations to cadre_app' },
  {
    rule: 'cadre_app reaches an auth or system table, or a table of the job queue',
    break: 'grant select on auth.users to cadre_app',
  },
  {
    rule: 'cadre_auth reaches a table outside the schema auth',
    break: 'grant select on public.ratings to cadre_auth',
  },
  { rule: 'everybody has rights on a table', break: 'grant select on public.sites to public' },
  {
    rule: 'a view does not run with the rights of its reader, or is materialized',
    break: 'create view public.peek as select * from public.ratings',
  },
  {
    rule: 'a definer function has no pinned search path or may be called by everybody',
    break: 'grant execute on function public.hold_job(bigint, text, integer) to public',
  },
  {
    rule: 'a runtime role owns something',
    break: `alter function public.current_organization_id() owner to cadre_app`,
  },
  {
    rule: 'a runtime role has settings of its own in one database, which pass before those of the role',
    break: `do $do$ begin execute format('alter role cadre_app in database %I set track_activities = on', current_database()); end $do$`,
  },
  {
    rule: 'a runtime role or everybody may change a setting of the server',
    break: `grant set on parameter track_activities to cadre_app`,
  },
  {
    rule: 'a runtime role may create temporary or other objects in the database',
    break: `do $do$ begin execute format('grant temporary on database %I to cadre_app', current_database()); end $do$`,
  },
  {
    rule: 'a right on a single column is granted to a runtime role or to everybody',
    break: `grant select (email) on auth.users to cadre_app`,
  },
  {
    rule: 'a right on a single column is granted to a runtime role or to everybody',
    break: `grant select (secret) on cadre_private.tenant_keys to public`,
  },
  {
    rule: 'a right on a single column is granted to a runtime role or to everybody',
    break: `grant update (contact) on public.privacy_versions to cadre_app`,
  },
  {
    rule: 'a right on a single column is granted to a runtime role or to everybody',
    break: `grant update (published_by) on public.privacy_versions to public`,
  },
  {
    rule: 'cadre_app may delete or rewrite what is kept as it was',
    break: `grant delete on public.k_lowerings to cadre_app`,
  },
  {
    rule: 'cadre_app may delete or rewrite what is kept as it was',
    break: `grant update on public.privacy_versions to cadre_app`,
  },
  {
    rule: 'a runtime role may use a schema that is not its own',
    break: `grant usage on schema graphile_worker to cadre_app`,
  },
  {
    rule: 'a definer function that a runtime role may call is not one of the known ones',
    break: `create function extensions.peek() returns setof public.ratings language sql security definer as $$ select * from public.ratings $$`,
  },
  {
    rule: 'a tenant table has a rule, or a trigger other than the one that notes changes',
    break: `create rule r as on insert to public.teams do also insert into public.sites select new.organization_id, new.team_id, new.name`,
  },
  {
    rule: 'changes of a table that pages read are not noted',
    break: 'drop trigger note_change on public.teams',
  },
  {
    rule: 'changes of a table that pages read are not noted',
    break: 'alter table public.occupations disable trigger note_change',
  },
  {
    rule: 'the function that notes changes is not the known one',
    break: `create or replace function cadre_private.note_change() returns trigger language plpgsql security definer
      set search_path = pg_catalog, pg_temp as 'begin return null; end'`,
  },
  {
    rule: 'the function that reads the signed setting is not the known one',
    break: `create or replace function public.current_organization_id() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$`,
  },
  {
    rule: 'a view, foreign or materialized table outside our schemas is readable by a runtime role',
    break: `create view extensions.v as select * from public.ratings; grant select on extensions.v to cadre_app`,
  },
];

-- Views of the heatmap that people keep under a name: the state of its address, never a figure of it.
create table public.saved_views (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  view_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  -- The query string as routes/o.$org.heatmap/heatmap-state.ts writes it: no cell and no place in a list.
  search text not null check (char_length(search) <= 1000),
  -- Whoever reads the heatmap here may open it, and sees of it what the own role allows.
  shared boolean not null,
  -- Id of the user.
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (organization_id, view_id),
  unique (organization_id, saved_by, name)
);
select cadre_private.protect_tenant_table('public.saved_views'::regclass);

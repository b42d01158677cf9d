-- Which cut of a release each viewer reads, for good: another access later makes no other cut of what was released
-- (method.md 9.5). Viewers of the same history of access share a cut; release_cuts.viewer_key is the cut's key, '' that
-- of viewers without individual access.
create table public.release_viewers (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  -- Of a user its id, of tokens what they may reach: the same for every token of the same reach.
  viewer_key text not null,
  cut_key text not null,
  assigned_at timestamptz not null default now(),
  primary key (organization_id, release_id, viewer_key),
  foreign key (organization_id, release_id, cut_key) references public.release_cuts on delete cascade
);

select cadre_private.protect_tenant_table('public.release_viewers'::regclass);

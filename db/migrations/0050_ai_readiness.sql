-- AI-readiness: what a release freezes for AI use. Suppressed viewers read it in one tree, occupations unless the
-- organization says teams before its first release with AI use (method.md 9.2).
alter table public.organizations
  add column ai_use_tree text not null default 'occupation' check (ai_use_tree in ('occupation', 'team'));
alter table public.releases
  -- The tree that AI use was released in; null: it was not released.
  add column ai_use_tree text check (ai_use_tree in ('occupation', 'team')),
  -- Release of the exposure data that weighed it; null: none was loaded.
  add column exposure_release text;
alter table public.release_people
  -- The group of the main occupation; null: none was confirmed.
  add column occupation_group text;

-- The groups of occupations as they were, with the observed exposure of those that are an occupation.
create table public.release_occupation_groups (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  -- Code of SOC or O*NET-SOC.
  group_id text not null,
  parent_id text,
  name text not null,
  -- Ten-thousandths; null: no data, and groups of occupations.
  exposure integer check (exposure between 0 and 10000),
  primary key (organization_id, release_id, group_id),
  foreign key (organization_id, release_id) references public.releases on delete cascade
);

select cadre_private.protect_tenant_table('public.release_occupation_groups'::regclass);

-- Everybody's AI use at once, without the eleven other dimensions.
create index profiles_ai_use on public.profiles (organization_id, employee_id)
  include (level, target, default_target) where dimension = 'ai_use';

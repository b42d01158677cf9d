-- Stored aggregates: integers only; ratios are formed when shown (method.md, General rules).
create table public.profiles (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  dimension text not null,
  level smallint check (level between 0 and 4),
  rater_kind text check (rater_kind in ('calibrated', 'manager', 'peer', 'self')),
  assessed_on date,
  rated_as text,
  trust smallint,
  strength_trust smallint,
  accepted_evidence boolean not null default false,
  peers smallint not null default 0,
  assessment_ids uuid[] not null default '{}',
  recheck_on date,
  target smallint check (target between 0 and 4),
  weight smallint,
  critical_level smallint,
  default_target boolean not null default false,
  gap smallint,
  self_manager_difference smallint,
  next_change_on date,
  strength_units bigint not null default 0,
  as_of date not null,
  computed_at timestamptz not null,
  formula_version text not null,
  primary key (organization_id, employee_id, dimension),
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index profiles_next_change on public.profiles (organization_id, next_change_on);

-- One row per group, row kind and dimension. A team's row of kind 'group' counts its subtree, 'direct' its own people.
create table public.heatmap_cells (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  group_kind text not null check (group_kind in ('team')),
  group_id uuid not null,
  row_kind text not null check (row_kind in ('group', 'direct')),
  dimension text not null,
  people integer not null,
  assessed integer not null,
  n0 integer not null,
  n1 integer not null,
  n2 integer not null,
  n3 integer not null,
  n4 integer not null,
  with_target integer not null,
  written_target integer not null,
  assessed_with_target integer not null,
  target_sum integer not null,
  gap_sum integer not null,
  weighted_gap_sum integer not null,
  weighted_target_sum integer not null,
  at_target integer not null,
  recheck_due integer not null,
  strength_units bigint not null,
  diff_sum integer not null,
  diff_n integer not null,
  newest_day integer,
  next_change_day integer,
  h1 integer not null,
  h2 integer not null,
  h3 integer not null,
  h4 integer not null,
  critical_people integer not null,
  critical_min smallint,
  single_point boolean not null default false,
  as_of date not null,
  computed_at timestamptz not null,
  formula_version text not null,
  source_watermark bigint not null,
  primary key (organization_id, group_kind, group_id, row_kind, dimension)
);

-- What waits to be computed: appended by every write that can change a figure, emptied by the refresh.
create table public.dirty_people (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  dirty_id bigint generated always as identity,
  employee_id uuid not null,
  marked_at timestamptz not null default now(),
  primary key (organization_id, dirty_id)
);

create table public.dirty_teams (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  dirty_id bigint generated always as identity,
  team_id uuid not null,
  marked_at timestamptz not null default now(),
  primary key (organization_id, dirty_id)
);

-- Last refresh of an organization: what the as-of line says.
create table public.capability_state (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  as_of date not null,
  computed_at timestamptz not null,
  formula_version text not null,
  source_watermark bigint not null,
  primary key (organization_id)
);

-- Releases freeze what was known; suppressed viewers read nothing else (method.md 9).
create table public.releases (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  release_id uuid not null,
  sequence integer not null,
  as_of date not null,
  reason text not null check (reason in ('first', 'cycle_closed', 'month_end')),
  suppression_k smallint not null,
  formula_version text not null,
  made_at timestamptz not null,
  primary key (organization_id, release_id),
  unique (organization_id, sequence)
);

create table public.release_groups (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  group_id uuid not null,
  parent_id uuid,
  name text not null,
  primary key (organization_id, release_id, group_id),
  foreign key (organization_id, release_id) references public.releases on delete cascade
);

-- A compact row per person: levels and targets in the order of the dimensions, null where not assessed or no target.
create table public.release_people (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  employee_id uuid not null,
  group_id uuid not null,
  levels smallint[] not null,
  targets smallint[] not null,
  ratings text[] not null,
  primary key (organization_id, release_id, employee_id),
  foreign key (organization_id, release_id) references public.releases on delete cascade
);

-- The cut that a viewer without individual access reads: rows shown and hidden, blocks with figures and their day.
create table public.release_cuts (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  viewer_key text not null,
  cut jsonb not null,
  made_at timestamptz not null default now(),
  primary key (organization_id, release_id, viewer_key),
  foreign key (organization_id, release_id) references public.releases on delete cascade
);

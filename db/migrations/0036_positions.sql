-- Positions: named posts, who holds them and when, what they ask for, whom they may be filled from (method.md 2, 7).
create table public.positions (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  position_id uuid not null,
  external_id text not null check (char_length(external_id) between 1 and 200),
  title text not null check (char_length(title) between 1 and 300),
  soc text,
  role_band smallint check (role_band between 1 and 4),
  team_id uuid not null,
  site_id uuid,
  critical boolean not null default false,
  -- The first day on which the post is no more.
  closed_on date,
  revision integer not null default 1,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id),
  unique (organization_id, external_id),
  foreign key (organization_id, team_id) references public.teams,
  foreign key (organization_id, site_id) references public.sites
);
create index positions_team on public.positions (organization_id, team_id);

-- Who holds a post; days without a row: vacant. A person holds one post at a time.
create table public.position_incumbents (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id, valid_from),
  foreign key (organization_id, position_id) references public.positions on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create unique index position_incumbents_person
  on public.position_incumbents (organization_id, employee_id) where valid_to is null;
create index position_incumbents_past on public.position_incumbents (organization_id, employee_id);

-- The post's own target profile. A dimension without a reason counts for targets, and not for succession.
create table public.position_profiles (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  dimension text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  level smallint not null check (level between 0 and 4),
  weight smallint not null check (weight between 0 and 3),
  critical boolean not null default false,
  -- Why it is job-related: a statement or a task, in words; the key of the statement it was taken from, if any.
  reason text check (char_length(reason) between 1 and 1000),
  reason_source text,
  said_by text,
  said_on date,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id, dimension, valid_from),
  foreign key (organization_id, position_id) references public.positions on delete cascade
);

-- When the post's incumbent is expected to leave it; goes with the incumbent. No row: unknown.
create table public.position_horizons (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  horizon text not null check (horizon in ('under_1', '1_to_3', 'over_3')),
  source text not null check (source in ('told', 'contract_end', 'planned_move')),
  said_by text,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id),
  foreign key (organization_id, position_id) references public.positions on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index position_horizons_person on public.position_horizons (organization_id, employee_id);

-- From where the post may be filled, in place of the default: each row one band, occupation, team or site.
create table public.position_pool_filters (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  kind text not null check (kind in ('band', 'occupation', 'team', 'site')),
  value text not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id, kind, value),
  foreign key (organization_id, position_id) references public.positions on delete cascade
);

-- People entered by hand, beside whom the filters find.
create table public.position_candidates (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  move text not null check (move in ('sideways', 'down')),
  entered_by text,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, position_id, employee_id),
  foreign key (organization_id, position_id) references public.positions on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index position_candidates_person on public.position_candidates (organization_id, employee_id);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.positions', 'public.position_incumbents', 'public.position_profiles',
    'public.position_horizons', 'public.position_pool_filters', 'public.position_candidates']) as name;

-- People, teams and what was true of them when. Periods are half open: valid_from <= day < valid_to (null: still).
-- recorded_at says when Cadre learned it; asOf reads "valid then, as known now" (architecture.md, Jobs).
create table public.sites (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  site_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, site_id),
  unique (organization_id, name)
);

create table public.teams (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  team_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, team_id)
);

create table public.team_parents (
  organization_id uuid not null default current_organization_id(),
  team_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, team_id, valid_from),
  foreign key (organization_id, team_id) references public.teams on delete cascade,
  foreign key (organization_id, parent_id) references public.teams (organization_id, team_id),
  check (parent_id is distinct from team_id)
);
create index team_parents_children on public.team_parents (organization_id, parent_id);

create table public.employees (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  employee_id uuid not null,
  external_id text not null check (char_length(external_id) between 1 and 200),
  name text not null check (char_length(name) between 1 and 200),
  email text check (char_length(email) between 3 and 320),
  kind text not null default 'employee' check (kind in ('employee', 'agency', 'contractor')),
  started_on date,
  ended_on date,
  user_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, employee_id),
  unique (organization_id, external_id)
);
create unique index employees_email on public.employees (organization_id, lower(email));
create unique index employees_user on public.employees (organization_id, user_id);

create table public.employments (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  title text not null check (char_length(title) between 1 and 300),
  team_id uuid not null,
  site_id uuid,
  manager_id uuid,
  status text not null check (status in ('active', 'leave', 'left')),
  available boolean not null default true,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, employee_id, valid_from),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, team_id) references public.teams,
  foreign key (organization_id, site_id) references public.sites,
  foreign key (organization_id, manager_id) references public.employees (organization_id, employee_id),
  check (manager_id is distinct from employee_id)
);
create index employments_team on public.employments (organization_id, team_id);
create index employments_manager on public.employments (organization_id, manager_id);

create table public.employee_occupations (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  soc text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  role_band smallint check (role_band between 1 and 4),
  share smallint not null default 100 check (share between 1 and 100),
  confirmed_by text,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, employee_id, soc, valid_from),
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);

create table public.target_profiles (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  soc text not null,
  role_band smallint not null check (role_band between 1 and 4),
  dimension text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  level smallint not null check (level between 0 and 4),
  weight smallint not null check (weight between 0 and 3),
  critical boolean not null default false,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, soc, role_band, dimension, valid_from)
);

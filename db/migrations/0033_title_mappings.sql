-- Which occupation a job title is, as a person of the organization decided (method.md 10). Titles are known by their key:
-- what they read as once case, punctuation, abbreviations and rank are taken out.

create table public.title_mappings (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  title_key text not null check (title_key <> ''),
  -- Goes up with every decision, so that two people who decide at once are told.
  version integer not null check (version > 0),
  -- Id of the user.
  confirmed_by text not null check (confirmed_by <> ''),
  confirmed_at timestamptz not null,
  primary key (organization_id, title_key)
);

create table public.title_mapping_occupations (
  organization_id uuid not null default current_organization_id(),
  title_key text not null,
  soc text not null,
  share smallint not null check (share between 1 and 100),
  -- Null: the band that each title hints at.
  role_band smallint check (role_band between 1 and 4),
  primary key (organization_id, title_key, soc),
  foreign key (organization_id, title_key) references public.title_mappings on delete cascade
);

-- What an occupation was called when people of a title were mapped to it: told apart from a later release's title.
create table public.mapped_occupations (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  title_key text not null,
  soc text not null,
  soc_title text not null,
  noted_at timestamptz not null default now(),
  primary key (organization_id, title_key, soc)
);

-- The candidates that the release in service gives for each title that somebody holds.
create table public.title_scores (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  title text not null,
  -- The loads that serve the release, as a hash: other loads give other scores.
  release_key text not null,
  candidates jsonb not null,
  primary key (organization_id, title)
);

-- What a person confirmed at once, for as long as it can be taken back.
create table public.mapping_confirmations (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  confirmation_id uuid not null,
  -- Id of the user.
  confirmed_by text not null check (confirmed_by <> ''),
  confirmed_at timestamptz not null,
  people integer not null check (people >= 0),
  titles integer not null check (titles >= 0),
  -- For each title the version that this made, and the occupations that were remembered before.
  decisions jsonb not null,
  undone_at timestamptz,
  primary key (organization_id, confirmation_id)
);
create index mapping_confirmations_recent on public.mapping_confirmations (organization_id, confirmed_at desc);

-- The periods of occupations that people held before, and those that they hold since.
create table public.mapping_confirmation_periods (
  organization_id uuid not null default current_organization_id(),
  confirmation_id uuid not null,
  employee_id uuid not null,
  side text not null check (side in ('before', 'after')),
  soc text not null,
  valid_from date not null,
  valid_to date,
  role_band smallint,
  share smallint not null,
  confirmed_by text,
  primary key (organization_id, confirmation_id, employee_id, side, soc, valid_from),
  foreign key (organization_id, confirmation_id) references public.mapping_confirmations on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index mapping_confirmation_periods_employee
  on public.mapping_confirmation_periods (organization_id, employee_id);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.title_mappings', 'public.title_mapping_occupations', 'public.mapped_occupations',
    'public.title_scores', 'public.mapping_confirmations', 'public.mapping_confirmation_periods']) as name;

-- One compact row for each active person, kept by the refresh beside the profile: where and as what the person counts, and
-- the twelve dimensions as one number whose sum over any people is the cell of a group (capability/domain/person-sums.ts).
create table public.person_figures (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  team_id uuid not null,
  site_id uuid,
  -- The main occupation and its band; null: none is confirmed.
  soc text,
  role_band smallint check (role_band between 1 and 4),
  kind text not null,
  available boolean not null,
  -- Newest day of a counted rating, days since 1970-01-01, null where not assessed: a maximum is no sum.
  newest_communication integer,
  newest_leadership integer,
  newest_metacognition integer,
  newest_critical_thinking integer,
  newest_collaboration integer,
  newest_character integer,
  newest_creativity integer,
  newest_growth_mindset integer,
  newest_mindfulness integer,
  newest_fortitude integer,
  newest_ai_use integer,
  newest_mastery integer,
  sums numeric not null,
  -- In the order of the dimensions: what a list of people is sorted by.
  levels smallint[] not null,
  targets smallint[] not null,
  as_of date not null,
  computed_at timestamptz not null,
  formula_version text not null,
  primary key (organization_id, employee_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
-- Which occupations there are to choose from is read along it, one step for each.
create index person_figures_occupation on public.person_figures (organization_id, soc);
-- What narrows to few people is found without a look at all.
create index person_figures_site on public.person_figures (organization_id, site_id);
create index person_figures_team on public.person_figures (organization_id, team_id);
-- A number of two thousand digits is read more often than it is written.
alter table public.person_figures alter column sums set storage main;

select cadre_private.protect_tenant_table('public.person_figures'::regclass);

-- The rows are computed by the next refresh, which takes everybody for changed: the owner writes to all organizations, here.
alter table public.capability_state no force row level security;
update public.capability_state set formula_version = '';
alter table public.capability_state force row level security;

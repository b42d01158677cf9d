-- O*NET database releases beside each other. A load takes the tables of one release in one transaction; onet_tables
-- says which load serves a table of a release, so that readers see a whole table of one load or nothing of it.
-- Rows are kept as the files have them, in file order (position is the row's place below the header, from 1).
create table public.onet_loads (
  load_id integer generated always as identity primary key,
  release text not null check (release ~ '^\d{1,3}\.\d{1,2}$'),
  layout text check (layout in ('A1', 'A2', 'B')),
  source_id uuid not null references public.sources,
  loaded_at timestamptz not null default now()
);

create table public.onet_tables (
  release text not null,
  dataset text not null,
  load_id integer not null references public.onet_loads,
  file_name text not null,
  header text[] not null,
  row_count integer not null,
  repeated_rows integer not null,
  checksum text not null,
  primary key (release, dataset)
);

create table public.onet_occupations (
  load_id integer not null,
  soc text not null,
  position integer not null,
  title text not null,
  description text not null,
  primary key (load_id, soc)
);

create table public.onet_titles (
  load_id integer not null,
  kind text not null check (kind in ('alternate', 'reported')),
  soc text not null,
  position integer not null,
  title text not null,
  short_title text,
  sources text,
  in_my_next_move boolean,
  primary key (load_id, kind, soc, position)
);

create table public.onet_tasks (
  load_id integer not null,
  soc text not null,
  position integer not null,
  task_id integer not null,
  task text not null,
  task_type text,
  incumbents_responding double precision,
  dated text,
  domain_source text,
  primary key (load_id, soc, position)
);

create table public.onet_task_ratings (
  load_id integer not null,
  soc text not null,
  position integer not null,
  task_id integer not null,
  scale_id text not null,
  category smallint,
  value double precision,
  n integer,
  standard_error double precision,
  lower_bound double precision,
  upper_bound double precision,
  suppress boolean,
  dated text,
  domain_source text,
  primary key (load_id, soc, position)
);

create table public.onet_ratings (
  load_id integer not null,
  dataset text not null,
  soc text not null,
  position integer not null,
  element_id text not null,
  element_name text not null,
  scale_id text not null,
  value double precision,
  n integer,
  standard_error double precision,
  lower_bound double precision,
  upper_bound double precision,
  suppress boolean,
  not_relevant boolean,
  dated text,
  domain_source text,
  primary key (load_id, dataset, soc, position)
);

create table public.onet_technology (
  load_id integer not null,
  soc text not null,
  position integer not null,
  example text not null,
  category_code text not null,
  category text not null,
  hot boolean,
  in_demand boolean,
  primary key (load_id, soc, position)
);

create table public.onet_tools (
  load_id integer not null,
  soc text not null,
  position integer not null,
  example text not null,
  category_code text not null,
  category text not null,
  primary key (load_id, soc, position)
);

create table public.onet_job_zones (
  load_id integer not null,
  soc text not null,
  position integer not null,
  job_zone smallint not null check (job_zone between 1 and 5),
  dated text,
  domain_source text,
  primary key (load_id, soc)
);

create table public.onet_job_zone_names (
  load_id integer not null,
  job_zone smallint not null check (job_zone between 1 and 5),
  position integer not null,
  name text not null,
  experience text,
  education text,
  training text,
  examples text,
  svp_range text,
  primary key (load_id, job_zone)
);

create table public.onet_related (
  load_id integer not null,
  soc text not null,
  position integer not null,
  related_soc text not null,
  tier text not null,
  rank smallint not null,
  primary key (load_id, soc, position)
);

create table public.onet_scales (
  load_id integer not null,
  scale_id text not null,
  position integer not null,
  name text not null,
  minimum double precision not null,
  maximum double precision not null,
  primary key (load_id, scale_id)
);

create table public.onet_elements (
  load_id integer not null,
  element_id text not null,
  position integer not null,
  name text not null,
  description text not null,
  primary key (load_id, element_id)
);

-- Tables of a release that no page reads, kept whole: the cells in the order of the header in onet_tables.
create table public.onet_other_rows (
  load_id integer not null,
  dataset text not null,
  position integer not null,
  cells text[] not null,
  primary key (load_id, dataset, position)
);

-- Profile texts of single occupations: each a source of its own, of unknown release, never mixed with a release.
create table public.onet_profiles (
  source_id uuid primary key references public.sources,
  soc text not null references public.occupations,
  title text not null,
  description text not null
);

create table public.onet_profile_entries (
  source_id uuid not null references public.onet_profiles on delete cascade,
  kind text not null check (kind in ('task', 'skill', 'technology', 'tool')),
  position integer not null,
  text text not null,
  category text,
  primary key (source_id, kind, position)
);

create index onet_profiles_soc on public.onet_profiles (soc);

grant select on public.onet_loads, public.onet_tables, public.onet_occupations, public.onet_titles, public.onet_tasks,
  public.onet_task_ratings, public.onet_ratings, public.onet_technology, public.onet_tools, public.onet_job_zones,
  public.onet_job_zone_names, public.onet_related, public.onet_scales, public.onet_elements, public.onet_other_rows,
  public.onet_profiles, public.onet_profile_entries to cadre_app;

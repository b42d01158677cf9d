-- Releases of the shared catalogue's other sources beside each other. A load writes its rows beside the live ones and
-- is switched at the end of the same transaction; one release of a kind and part is live.
create table public.source_sets (
  source_id uuid primary key references public.sources,
  kind text not null,
  -- What tells files of one kind and release apart: soc or onet for structures, the platform for usage figures.
  part text not null default '',
  release text not null,
  -- SHA-256 of the decompressed content, hexadecimal.
  checksum text not null,
  row_count integer not null,
  live boolean not null default false,
  loaded_at timestamptz not null default now(),
  unique (kind, part, release)
);
create unique index source_sets_live on public.source_sets (kind, part) where live;

-- Codes are text. unmatched: one side says that there is no match (99.9999 or 99-9999); kept, never looked up.
create table public.cip_soc_links (
  source_id uuid not null references public.source_sets on delete cascade,
  line integer not null,
  cip_code text not null check (cip_code ~ '^\d{2}\.\d{4}$'),
  cip_title text not null,
  soc_code text not null check (soc_code ~ '^\d{2}-\d{4}$'),
  soc_title text not null,
  unmatched boolean not null,
  primary key (source_id, line)
);
create index cip_soc_links_soc on public.cip_soc_links (source_id, soc_code);
create index cip_soc_links_cip on public.cip_soc_links (source_id, cip_code);

create table public.cip_codes (
  source_id uuid not null references public.source_sets on delete cascade,
  line integer not null,
  cip_code text not null check (cip_code ~ '^\d{2}(\.\d{2}(\d{2})?)?$'),
  family text not null,
  title text not null,
  definition text not null,
  action text not null,
  text_changed boolean not null,
  cross_references text not null,
  examples text not null,
  primary key (source_id, line),
  unique (source_id, cip_code)
);

create table public.soc_groups (
  source_id uuid not null references public.source_sets on delete cascade,
  line integer not null,
  code text not null check (code ~ '^\d{2}-\d{4}(\.\d{2})?$'),
  level text not null check (level in ('major', 'minor', 'broad', 'detailed', 'onet')),
  title text not null,
  definition text,
  parent_code text,
  primary key (source_id, code)
);
create index soc_groups_parent on public.soc_groups (source_id, parent_code);

create table public.standards (
  standard_id uuid primary key,
  urn text not null check (urn ~ '^[A-Z][A-Z0-9&]{1,11}[0-9]{1,6}[A-Z]?$'),
  version text not null,
  title text not null,
  approved_year smallint,
  -- The review date as printed, and its last day.
  review_text text,
  review_by date,
  validity text,
  status text,
  developed_by text,
  originating_organisation text,
  original_urn text,
  suites text[] not null,
  overview text not null,
  activities text[] not null,
  relevant_occupations text[] not null,
  soc_code text,
  keywords text[] not null,
  -- Sections that hold free text, by their heading.
  sections jsonb not null,
  content_hash text not null,
  source_id uuid not null references public.sources,
  imported_at timestamptz not null default now(),
  unique (urn, version)
);

create table public.standard_statements (
  standard_id uuid not null references public.standards on delete cascade,
  kind text not null check (kind in ('performance', 'knowledge')),
  number smallint not null check (number > 0),
  heading_position smallint not null,
  heading text not null,
  text text not null,
  primary key (standard_id, kind, number)
);

create table public.standard_terms (
  standard_id uuid not null references public.standards on delete cascade,
  position smallint not null,
  term text not null,
  meaning text not null,
  primary key (standard_id, position)
);

-- A person said that the standard is about the occupation.
create table public.standard_links (
  soc text not null references public.occupations,
  urn text not null,
  version text not null,
  linked_by text not null check (linked_by <> ''),
  linked_at timestamptz not null,
  primary key (soc, urn, version),
  foreign key (urn, version) references public.standards (urn, version)
);

-- Figures about AI as published: a value that is not published has no row. subject_key is what a figure is looked up
-- by (a code, or the normalised text of a task); null where nothing looks it up.
create table public.ai_figures (
  source_id uuid not null,
  line integer not null,
  measure text not null,
  subject_kind text not null check (subject_kind in ('occupation', 'task', 'skill', 'activity', 'pattern', 'group', 'other')),
  subject text not null,
  subject_key text,
  title text,
  category text,
  facet text not null default '',
  level smallint,
  geo_id text,
  figure double precision not null,
  precision text,
  primary key (source_id, line, measure)
);
create index ai_figures_subject on public.ai_figures (source_id, subject_key) where subject_key is not null;

-- Normalised texts of tasks (and # with the task's number) by occupation. origin: onet for the O*NET release in use,
-- aei for the task list that came with figures, which stands in for tasks that O*NET no longer has.
create table public.task_keys (
  origin text not null check (origin in ('onet', 'aei')),
  task_key text not null,
  soc text not null,
  task_id text not null,
  release text not null,
  primary key (origin, task_key, soc, task_id)
);
create index task_keys_soc on public.task_keys (soc);

grant select on public.source_sets, public.cip_soc_links, public.cip_codes, public.soc_groups, public.standards,
  public.standard_statements, public.standard_terms, public.standard_links, public.ai_figures,
  public.task_keys to cadre_app;

-- The shared catalogue (reference tables, read by every organization, written by the operator as owner)
-- and each organization's own frameworks (tenant tables of the same shape).
create table public.sources (
  source_id uuid primary key,
  kind text not null,
  name text not null,
  release text not null,
  licence text,
  attribution text,
  url text,
  file_name text not null,
  checksum text not null,
  imported_at timestamptz not null default now()
);

create table public.occupations (
  soc text primary key check (soc ~ '^\d{2}-\d{4}\.\d{2}$'),
  title text not null,
  description text,
  occupation_group text,
  sector text,
  job_zone smallint check (job_zone between 1 and 5),
  job_zone_inferred boolean not null default false
);

create table public.frameworks (
  framework_id uuid primary key,
  soc text not null references public.occupations,
  instrument text not null check (instrument in ('durable', 'ai_use', 'mastery')),
  version text not null,
  context_covered text not null,
  content_hash text not null,
  source_id uuid not null references public.sources,
  document jsonb,
  imported_at timestamptz not null default now(),
  unique (soc, instrument, version)
);

create table public.framework_levels (
  framework_id uuid not null references public.frameworks on delete cascade,
  rank smallint not null check (rank between 1 and 4),
  key text not null,
  label text not null,
  caption text,
  primary key (framework_id, rank)
);

create table public.framework_statements (
  framework_id uuid not null references public.frameworks on delete cascade,
  statement_id text not null,
  rank smallint not null check (rank between 1 and 4),
  dimension text,
  position smallint not null,
  label text not null,
  behaviour text not null,
  split text not null check (split in ('source', 'restored', 'unconfirmed')),
  primary key (framework_id, statement_id)
);

create table public.statement_citations (
  framework_id uuid not null,
  statement_id text not null,
  position smallint not null,
  source_key text not null,
  title text not null,
  primary key (framework_id, statement_id, position),
  foreign key (framework_id, statement_id) references public.framework_statements on delete cascade
);

create table public.occupation_evidence (
  soc text not null references public.occupations,
  source_key text not null,
  release text not null,
  measure text not null,
  position smallint not null,
  figure double precision,
  words text,
  unit text,
  n integer,
  precision text,
  source_id uuid not null references public.sources,
  primary key (soc, source_key, release, measure)
);

create table public.occupation_anchors (
  soc text not null references public.occupations,
  kind text not null,
  position smallint not null,
  text text not null,
  source_id uuid not null references public.sources,
  primary key (soc, kind, position)
);

grant select on public.sources, public.occupations, public.frameworks, public.framework_levels,
  public.framework_statements, public.statement_citations, public.occupation_evidence,
  public.occupation_anchors to cadre_app;

create table public.organizations (
  organization_id uuid primary key,
  time_zone text not null,
  suppression_k smallint not null default 5 check (suppression_k between 3 and 50),
  constants jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table public.own_sources (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  source_id uuid not null,
  kind text not null,
  name text not null,
  release text not null,
  licence text,
  attribution text,
  url text,
  file_name text not null,
  checksum text not null,
  imported_at timestamptz not null default now(),
  primary key (organization_id, source_id)
);

create table public.own_occupations (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  soc text not null check (soc ~ '^\d{2}-\d{4}\.\d{2}$'),
  title text not null,
  description text,
  occupation_group text,
  sector text,
  job_zone smallint check (job_zone between 1 and 5),
  job_zone_inferred boolean not null default false,
  primary key (organization_id, soc)
);

create table public.own_frameworks (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  soc text not null,
  instrument text not null check (instrument in ('durable', 'ai_use', 'mastery')),
  version text not null,
  context_covered text not null,
  content_hash text not null,
  source_id uuid not null,
  document jsonb,
  imported_at timestamptz not null default now(),
  primary key (organization_id, framework_id),
  unique (organization_id, soc, instrument, version),
  foreign key (organization_id, soc) references public.own_occupations,
  foreign key (organization_id, source_id) references public.own_sources
);

create table public.own_framework_levels (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  rank smallint not null check (rank between 1 and 4),
  key text not null,
  label text not null,
  caption text,
  primary key (organization_id, framework_id, rank),
  foreign key (organization_id, framework_id) references public.own_frameworks on delete cascade
);

create table public.own_framework_statements (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  statement_id text not null,
  rank smallint not null check (rank between 1 and 4),
  dimension text,
  position smallint not null,
  label text not null,
  behaviour text not null,
  split text not null check (split in ('source', 'restored', 'unconfirmed')),
  primary key (organization_id, framework_id, statement_id),
  foreign key (organization_id, framework_id) references public.own_frameworks on delete cascade
);

create table public.own_statement_citations (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  statement_id text not null,
  position smallint not null,
  source_key text not null,
  title text not null,
  primary key (organization_id, framework_id, statement_id, position),
  foreign key (organization_id, framework_id, statement_id)
    references public.own_framework_statements on delete cascade
);

create table public.own_occupation_evidence (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  source_key text not null,
  release text not null,
  measure text not null,
  position smallint not null,
  figure double precision,
  words text,
  unit text,
  n integer,
  precision text,
  source_id uuid not null,
  primary key (organization_id, soc, source_key, release, measure),
  foreign key (organization_id, soc) references public.own_occupations,
  foreign key (organization_id, source_id) references public.own_sources
);

create table public.own_occupation_anchors (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  kind text not null,
  position smallint not null,
  text text not null,
  source_id uuid not null,
  primary key (organization_id, soc, kind, position),
  foreign key (organization_id, soc) references public.own_occupations,
  foreign key (organization_id, source_id) references public.own_sources
);

-- Assessments: one rater's ratings of one employee in one cycle or on one day. A correction is a new version;
-- the earlier one stays, marked superseded (api.md, POST /assessments).
create table public.cycles (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  cycle_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  opens_on date not null,
  closes_on date not null,
  state text not null check (state in ('draft', 'open', 'closed', 'calibrated', 'archived')),
  instruments text[] not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, cycle_id),
  unique (organization_id, name),
  check (closes_on >= opens_on)
);

create table public.assessments (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  employee_id uuid not null,
  rater_kind text not null check (rater_kind in ('calibrated', 'manager', 'peer', 'self')),
  rater_id uuid,
  cycle_id uuid,
  assessed_on date not null,
  soc text not null,
  framework_versions jsonb not null default '{}',
  state text not null check (state in ('draft', 'submitted', 'withdrawn', 'superseded')),
  version integer not null default 1 check (version >= 1),
  imported_by text,
  submitted_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, assessment_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, rater_id) references public.employees (organization_id, employee_id),
  foreign key (organization_id, cycle_id) references public.cycles,
  check (state <> 'submitted' or submitted_at is not null)
);
create index assessments_employee on public.assessments (organization_id, employee_id);
-- One valid assessment for each key: employee, rater kind, rater, cycle or else day, occupation.
create unique index assessments_key on public.assessments (
  organization_id, employee_id, rater_kind,
  coalesce(rater_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(cycle_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(case when cycle_id is null then assessed_on end, 'infinity'::date),
  soc
) where state in ('draft', 'submitted');

-- level null: the rater was unsure; recorded, and no rating (method.md 1).
create table public.ratings (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  dimension text not null,
  employee_id uuid not null,
  level smallint check (level between 0 and 4),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, assessment_id, dimension),
  foreign key (organization_id, assessment_id) references public.assessments on delete cascade
);
create index ratings_employee on public.ratings (organization_id, employee_id, dimension);

create table public.evidence (
  organization_id uuid not null default current_organization_id(),
  evidence_id uuid not null,
  assessment_id uuid not null,
  dimension text not null,
  body text not null check (char_length(body) between 1 and 4000),
  added_by uuid,
  accepted_by text,
  accepted_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, evidence_id),
  foreign key (organization_id, assessment_id, dimension) references public.ratings on delete cascade
);
create index evidence_rating on public.evidence (organization_id, assessment_id, dimension);

-- Cycles: who is rated by whom, under which versions, and how raters are reminded; what supports a rating, how
-- disagreements are settled, and how ratings read in another version of a framework.
alter table public.cycles
  -- Why people are rated, as they are told when it opens.
  add column purpose text check (char_length(purpose) between 1 and 2000),
  add column rater_kinds text[] not null default '{self,manager}' check (rater_kinds <@ '{self,manager,peer}'),
  -- blind: self and manager see each other's ratings when both are in; open: as soon as one is in.
  add column self_manager text not null default 'blind' check (self_manager in ('blind', 'open')),
  -- Who names peers: the manager, or the person with the manager's approval.
  add column peer_choice text not null default 'manager' check (peer_choice in ('manager', 'person')),
  add column peers_anonymous boolean not null default true,
  -- Who is rated: a filter of the directory.
  add column people_filter jsonb not null default '{}',
  -- Days before the end on which those who still owe ratings get a letter.
  add column remind_days smallint[] not null default '{}',
  -- By occupation, then instrument: fixed when the cycle opens.
  add column framework_versions jsonb not null default '{}',
  add column opened_at timestamptz,
  add column closed_at timestamptz,
  add column revision integer not null default 1 check (revision > 0);

create table public.cycle_people (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  -- The main occupation when the cycle opened: what the person is rated as. Null: none was confirmed.
  soc text,
  -- The person's own end, where it was extended.
  closes_on date,
  added_at timestamptz not null default now(),
  primary key (organization_id, cycle_id, employee_id),
  foreign key (organization_id, cycle_id) references public.cycles on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index cycle_people_person on public.cycle_people (organization_id, employee_id);

create table public.cycle_raters (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  rater_id uuid not null,
  rater_kind text not null check (rater_kind in ('self', 'manager', 'peer')),
  -- Only approved ones are asked; self and manager are so from the beginning.
  state text not null default 'approved' check (state in ('proposed', 'approved', 'declined')),
  -- Id of the user who proposed a peer.
  proposed_by text,
  added_at timestamptz not null default now(),
  primary key (organization_id, cycle_id, employee_id, rater_id),
  foreign key (organization_id, cycle_id, employee_id) references public.cycle_people on delete cascade,
  foreign key (organization_id, rater_id) references public.employees (organization_id, employee_id) on delete cascade
);
create index cycle_raters_rater on public.cycle_raters (organization_id, rater_id, cycle_id);

-- Letters to raters of a cycle, and who wants none.
create table public.cycle_reminders (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  last_sent_on date,
  letters smallint not null default 0,
  -- SHA-256 of the secret in the link that stops them.
  stop_hash text,
  stopped_at timestamptz,
  primary key (organization_id, cycle_id, employee_id),
  foreign key (organization_id, cycle_id) references public.cycles on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);

-- A draft stands beside what was submitted under the same key until it takes its place.
drop index public.assessments_key;
create unique index assessments_submitted_key on public.assessments (
  organization_id, employee_id, rater_kind,
  coalesce(rater_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(cycle_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(case when cycle_id is null then assessed_on end, 'infinity'::date),
  soc
) where state = 'submitted';
create unique index assessments_draft_key on public.assessments (
  organization_id, employee_id, rater_kind,
  coalesce(rater_id, '00000000-0000-0000-0000-000000000000'::uuid),
  coalesce(cycle_id, '00000000-0000-0000-0000-000000000000'::uuid),
  soc
) where state = 'draft';
create index assessments_rater on public.assessments (organization_id, rater_id, cycle_id);
create index assessments_cycle on public.assessments (organization_id, cycle_id, employee_id);
-- Counts the changes of a draft's cell, so that of two who change the same state the second is told.
alter table public.ratings add column revision integer not null default 1 check (revision > 0);

-- Statements that the rater saw demonstrated; a level may follow or not.
create table public.ticked_statements (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  dimension text not null,
  -- The statement's identity, the same in every version that has it (method.md 11).
  statement_id text not null,
  primary key (organization_id, assessment_id, dimension, statement_id),
  foreign key (organization_id, assessment_id) references public.assessments on delete cascade
);

create table public.evidence_files (
  organization_id uuid not null default current_organization_id(),
  file_id uuid not null,
  assessment_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  type text not null,
  size_bytes integer not null check (size_bytes between 1 and 5242880),
  -- SHA-256, hexadecimal.
  checksum text not null,
  scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'refused', 'not_scanned')),
  bytes bytea not null,
  added_at timestamptz not null default now(),
  primary key (organization_id, file_id),
  foreign key (organization_id, assessment_id) references public.assessments on delete cascade
);
alter table public.evidence
  add column kind text not null default 'text' check (kind in ('text', 'link', 'file')),
  add column url text check (char_length(url) between 8 and 2000),
  add column file_id uuid,
  add foreign key (organization_id, file_id) references public.evidence_files on delete cascade,
  add check (kind <> 'link' or url is not null),
  add check (kind <> 'file' or file_id is not null);

-- What somebody saw in a drill or at work: entered by somebody else than the person.
create table public.observations (
  organization_id uuid not null default current_organization_id(),
  observation_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  observed_on date not null,
  -- The drill or review: "Evacuation drill, north gate".
  event text not null check (char_length(event) between 1 and 300),
  outcome text not null check (outcome in ('demonstrated', 'partly', 'not_demonstrated')),
  note text check (char_length(note) between 1 and 2000),
  observer_id uuid,
  -- Id of the user or token that entered it.
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, observation_id),
  unique (organization_id, employee_id, dimension, observed_on, event),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, observer_id) references public.employees (organization_id, employee_id)
);

-- Why a calibrated value is what it is; the value is a rating of kind calibrated, the originals stay.
create table public.calibrations (
  organization_id uuid not null default current_organization_id(),
  calibration_id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  level smallint not null check (level between 0 and 4),
  reason text not null check (char_length(reason) between 1 and 2000),
  decided_by text not null,
  decided_at timestamptz not null,
  -- Null: it is the one that holds.
  replaced_at timestamptz,
  primary key (organization_id, calibration_id),
  foreign key (organization_id, cycle_id) references public.cycles on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create unique index calibrations_held on public.calibrations (organization_id, cycle_id, employee_id, dimension)
  where replaced_at is null;

-- Ratings of one version of a framework read in another: applied and undone as a whole.
create table public.reexpressions (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  reexpression_id uuid not null,
  soc text not null,
  instrument text not null check (instrument in ('durable', 'mastery', 'ai_use')),
  from_version text not null,
  to_version text not null,
  applied_by text not null,
  applied_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (organization_id, reexpression_id)
);
create table public.reexpressed_ratings (
  organization_id uuid not null default current_organization_id(),
  reexpression_id uuid not null,
  assessment_id uuid not null,
  dimension text not null,
  level smallint not null check (level between 0 and 4),
  primary key (organization_id, reexpression_id, assessment_id, dimension),
  foreign key (organization_id, reexpression_id) references public.reexpressions on delete cascade,
  foreign key (organization_id, assessment_id) references public.assessments on delete cascade
);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.cycle_people', 'public.cycle_raters', 'public.cycle_reminders', 'public.ticked_statements',
    'public.evidence_files', 'public.observations', 'public.calibrations', 'public.reexpressions',
    'public.reexpressed_ratings']) as name;

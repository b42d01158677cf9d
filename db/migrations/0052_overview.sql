-- What the overview adds up, one row for each active person, kept by the refresh beside the profile (method.md 12).
create table public.person_overview (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  -- Pairs of the person and a dimension with a target, those assessed, and those due for a re-check.
  with_target smallint not null check (with_target between 0 and 12),
  assessed smallint not null check (assessed between 0 and 12),
  due smallint not null check (due between 0 and 12),
  -- Strength units of the assessed ones (capability/domain/strength-units.ts).
  strength_units bigint not null check (strength_units >= 0),
  -- Attainment in AI use in twelfths; null: not assessed or no target.
  ai_attainment smallint check (ai_attainment between 0 and 12),
  ai_target boolean not null,
  -- First day of the quarter of as_of; the moves of it and of the quarter before (domain/overview/development-velocity.ts).
  quarter date not null,
  pairs smallint not null,
  rises smallint not null,
  falls smallint not null,
  net smallint not null,
  former_pairs smallint not null,
  former_rises smallint not null,
  former_falls smallint not null,
  former_net smallint not null,
  as_of date not null,
  computed_at timestamptz not null,
  formula_version text not null,
  primary key (organization_id, employee_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
select cadre_private.protect_tenant_table('public.person_overview'::regclass);

-- The sums of the overview as they were when a release was made, by the team that people are directly in and that
-- requirements are set on: a viewer's trend adds up the teams that are seen live.
create table public.overview_snapshots (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  as_of date not null,
  -- No foreign key: a team that is gone stays in what was.
  team_id uuid not null,
  -- As domain/overview/overview-sums.ts writes it: integers by name.
  sums jsonb not null,
  computed_at timestamptz not null,
  formula_version text not null,
  primary key (organization_id, as_of, team_id)
);
select cadre_private.protect_tenant_table('public.overview_snapshots'::regclass);

-- Decisions that the overview leads to: who decides what until when, and which figure it was about.
create table public.decisions (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  decision_id uuid not null,
  question text not null check (char_length(question) between 1 and 200),
  -- Id of the user who is to decide.
  owner_id text not null,
  due_on date not null,
  -- Suppressed viewers read it too.
  shared boolean not null,
  -- The tile, and its figure when it was written; null: about none, or it had none.
  figure text,
  figure_then double precision,
  -- Whose figure: live of everybody, live of the writer's teams, or released.
  figure_scope text check (figure_scope in ('all', 'subtree', 'released')),
  figure_on date,
  state text not null default 'open' check (state in ('open', 'decided')),
  choice text check (char_length(choice) between 1 and 500),
  reason text check (char_length(reason) between 1 and 1000),
  -- Id of the user.
  written_by text not null,
  written_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (organization_id, decision_id),
  check ((state = 'open') = (decided_at is null)),
  check (state = 'open' or (choice is not null and reason is not null and decided_by is not null)),
  check (figure_scope is null or (figure_then is not null and figure_on is not null))
);
create index decisions_due on public.decisions (organization_id, due_on);
select cadre_private.protect_tenant_table('public.decisions'::regclass);

-- The rows are computed by the next refresh, which takes everybody for changed: the owner writes to all organizations, here.
alter table public.capability_state no force row level security;
update public.capability_state set formula_version = '';
alter table public.capability_state force row level security;

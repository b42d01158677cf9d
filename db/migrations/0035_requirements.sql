-- What groups are asked to have: at least so many holders at a level of a dimension (method.md 5), on a named set of
-- teams, or on each team beneath a team, or of all, whose name holds some text. Periods of a requirement, half open.
create table public.group_requirements (
  organization_id uuid not null default current_organization_id() references public.organizations on delete cascade,
  requirement_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null check (char_length(name) between 1 and 200),
  dimension text not null,
  level smallint not null check (level between 1 and 4),
  minimum integer not null check (minimum between 1 and 9999),
  reason text not null default '' check (char_length(reason) <= 1000),
  -- teams: those of group_requirement_teams; below: by the two columns after it.
  reach text not null check (reach in ('teams', 'below')),
  -- Null: of the whole organization.
  below_team_id uuid,
  -- Any case; empty: every team.
  name_holds text not null default '' check (char_length(name_holds) <= 200),
  recorded_at timestamptz not null default now(),
  primary key (organization_id, requirement_id, valid_from),
  foreign key (organization_id, below_team_id) references public.teams on delete cascade
);
create index group_requirements_below on public.group_requirements (organization_id, below_team_id)
  where below_team_id is not null;

create table public.group_requirement_teams (
  organization_id uuid not null default current_organization_id(),
  requirement_id uuid not null,
  valid_from date not null,
  team_id uuid not null,
  primary key (organization_id, requirement_id, valid_from, team_id),
  foreign key (organization_id, requirement_id, valid_from) references public.group_requirements on delete cascade,
  foreign key (organization_id, team_id) references public.teams on delete cascade
);
create index group_requirement_teams_team on public.group_requirement_teams (organization_id, team_id);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.group_requirements', 'public.group_requirement_teams']) as name;

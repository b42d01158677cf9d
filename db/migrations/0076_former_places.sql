-- Where people and teams stood as far as was known then, and no period tells any more: a change that was entered for a
-- day before, and who came and went within a day. Until the last day a viewer may have read them; released figures know
-- it by these (method.md 9.4, docs/decisions/0014-a-viewer-keeps-the-cut-of-a-release.md).
create table public.former_members (
  organization_id uuid not null default public.current_organization_id(),
  employee_id uuid not null,
  team_id uuid not null,
  last_day date not null,
  primary key (organization_id, employee_id, team_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, team_id) references public.teams on delete cascade
);
create index former_members_of on public.former_members (organization_id, team_id);

create table public.former_reports (
  organization_id uuid not null default public.current_organization_id(),
  employee_id uuid not null,
  manager_id uuid not null,
  last_day date not null,
  primary key (organization_id, employee_id, manager_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, manager_id) references public.employees (organization_id, employee_id) on delete cascade
);
create index former_reports_of on public.former_reports (organization_id, manager_id);

create table public.former_team_parents (
  organization_id uuid not null default public.current_organization_id(),
  team_id uuid not null,
  parent_id uuid not null,
  last_day date not null,
  primary key (organization_id, team_id, parent_id),
  foreign key (organization_id, team_id) references public.teams on delete cascade,
  foreign key (organization_id, parent_id) references public.teams (organization_id, team_id) on delete cascade
);
create index former_team_parents_of on public.former_team_parents (organization_id, parent_id);

do $$
declare
  target text;
begin
  foreach target in array array['former_members', 'former_reports', 'former_team_parents'] loop
    perform cadre_private.protect_tenant_table(('public.' || target)::regclass);
  end loop;
end
$$;

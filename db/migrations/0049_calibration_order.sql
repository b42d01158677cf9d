-- The disagreements of a closed cycle in the order in which they are settled: computed by the worker, since what a
-- decision would change follows from all that is known of a person.
create table public.calibration_cases (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  -- The occupation that the person is rated as.
  soc text not null,
  -- Levels between the lowest and the highest side.
  difference smallint not null check (difference between 1 and 4),
  -- Whether a decision would change that the target is met, and the readiness band.
  changes_target boolean not null,
  changes_band boolean not null,
  -- Teams of whose requirements a decision would change the state.
  changed_teams uuid[] not null default '{}',
  primary key (organization_id, cycle_id, employee_id, dimension),
  foreign key (organization_id, cycle_id) references public.cycles on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index calibration_cases_person on public.calibration_cases (organization_id, employee_id);

-- People whose disagreements of a cycle are to be put in order again.
create table public.calibration_waiting (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  primary key (organization_id, cycle_id, employee_id),
  foreign key (organization_id, cycle_id) references public.cycles on delete cascade,
  foreign key (organization_id, employee_id) references public.employees on delete cascade
);
create index calibration_waiting_person on public.calibration_waiting (organization_id, employee_id);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.calibration_cases', 'public.calibration_waiting']) as name;

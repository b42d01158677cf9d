-- A rating has a day of its own: in a cycle, other ratings of the same assessment may be older or newer, whichever
-- file came first. A "?" stands beside the level with its day and takes the place of nothing (method.md 1).
alter table public.ratings add column assessed_on date, add column unsure_on date;
-- Said with a "?": it supports no level.
alter table public.evidence add column unsure boolean not null default false;

-- The owner writes to rows of every organization once, here.
alter table public.ratings no force row level security;
alter table public.evidence no force row level security;
alter table public.assessments no force row level security;
update public.ratings r
   set assessed_on = a.assessed_on, unsure_on = case when r.level is null then a.assessed_on end
  from public.assessments a
 where a.organization_id = r.organization_id and a.assessment_id = r.assessment_id;
update public.evidence e
   set unsure = true
  from public.ratings r
 where r.organization_id = e.organization_id and r.assessment_id = e.assessment_id and r.dimension = e.dimension
   and r.level is null;
alter table public.ratings force row level security;
alter table public.evidence force row level security;
alter table public.assessments force row level security;

alter table public.ratings
  alter column assessed_on set not null,
  add check (level is not null or (unsure_on is not null and unsure_on = assessed_on));

-- What the organization assesses: where defaults set targets (method.md 2).
alter table public.organizations
  add column instruments text[] not null default '{durable,mastery,ai_use}'
    check (instruments <@ '{durable,mastery,ai_use}');

-- Framework versions that the counted ratings were made under (architecture.md, Jobs): of a profile row in one text,
-- of a cell each once.
alter table public.profiles add column framework_version text;
alter table public.heatmap_cells add column framework_versions text[] not null default '{}';

-- What changes on which day, found by day for the daily upkeep.
create index employments_from on public.employments (organization_id, valid_from);
create index employments_to on public.employments (organization_id, valid_to);
create index employee_occupations_from on public.employee_occupations (organization_id, valid_from);
create index employee_occupations_to on public.employee_occupations (organization_id, valid_to);

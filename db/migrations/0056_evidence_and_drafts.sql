-- The version that a draft began with; another one under the key at submission came in meanwhile. It may be gone since,
-- so nothing refers to it.
alter table public.assessments add column copied_from uuid;

-- The owner writes to all organizations, here.
alter table public.assessments no force row level security;
alter table public.employees no force row level security;
alter table public.evidence no force row level security;
alter table public.dirty_people no force row level security;

-- What is submitted already when a draft begins is what it began with. One that came in later is not.
update public.assessments d set copied_from = s.assessment_id
  from public.assessments s
 where d.state = 'draft' and s.state = 'submitted'
   and s.organization_id = d.organization_id and s.employee_id = d.employee_id and s.rater_kind = d.rater_kind
   and s.rater_id = d.rater_id and s.cycle_id is not distinct from d.cycle_id and s.soc = d.soc
   and (s.cycle_id is not null or s.assessed_on = d.assessed_on)
   and s.submitted_at <= d.recorded_at;

-- Words that a rater wrote beside a level were accepted by their own submission once; now somebody else accepts them
-- (docs/decisions/0028-evidence-and-observations.md). They wait again, in every version; whom the rater signs in as tells
-- it, or the moment of a submission of the rater about the same person. Figures follow by the next refresh.
with waiting as (
  update public.evidence e set accepted_by = null, accepted_at = null
    from public.assessments a
   where a.organization_id = e.organization_id and a.assessment_id = e.assessment_id
     and e.kind = 'text' and e.recorded_by is null and e.added_by = a.rater_id and e.accepted_by is not null
     and (exists (select from public.employees p
                   where p.organization_id = e.organization_id and p.employee_id = e.added_by
                     and p.user_id::text = e.accepted_by)
          or exists (select from public.assessments s
                      where s.organization_id = e.organization_id and s.employee_id = a.employee_id
                        and s.rater_id = e.added_by and s.submitted_at = e.accepted_at))
  returning e.organization_id, a.employee_id
)
insert into public.dirty_people (organization_id, employee_id)
select distinct organization_id, employee_id from waiting;

-- Drafts held copies of what others added; that moves over at submission now, and would be there twice.
delete from public.evidence e
 using public.assessments d
 where d.organization_id = e.organization_id and d.assessment_id = e.assessment_id and d.state = 'draft'
   and e.added_by is distinct from d.rater_id
   and exists (
     select from public.assessments s
       join public.evidence o on o.organization_id = s.organization_id and o.assessment_id = s.assessment_id
        and o.dimension = e.dimension and o.kind = e.kind and o.body = e.body
        and o.added_by is not distinct from e.added_by
      where s.organization_id = d.organization_id and s.employee_id = d.employee_id and s.state = 'submitted'
        and s.rater_kind = d.rater_kind and s.rater_id = d.rater_id and s.cycle_id is not distinct from d.cycle_id
        and s.soc = d.soc and (s.cycle_id is not null or s.assessed_on = d.assessed_on));

alter table public.assessments force row level security;
alter table public.employees force row level security;
alter table public.evidence force row level security;
alter table public.dirty_people force row level security;

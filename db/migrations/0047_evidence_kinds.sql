-- Evidence of every kind. A file belongs to the person whom it is about: versions of a rating share it, and what nothing
-- names any more is deleted by the upkeep.
alter table public.evidence_files
  drop column assessment_id,
  add column employee_id uuid not null,
  add foreign key (organization_id, employee_id) references public.employees on delete cascade;
create index evidence_files_person on public.evidence_files (organization_id, employee_id);

alter table public.evidence
  drop constraint evidence_kind_check,
  add constraint evidence_kind_check check (kind in ('text', 'link', 'file', 'observation')),
  add column observation_id uuid,
  -- Id of the user who added it where that was not with the rating itself; whoever added it accepts it not.
  add column recorded_by text,
  add foreign key (organization_id, observation_id) references public.observations on delete cascade,
  add constraint evidence_observation_check check (kind <> 'observation' or observation_id is not null);
create index evidence_file on public.evidence (organization_id, file_id) where file_id is not null;
create unique index evidence_observation
  on public.evidence (organization_id, observation_id, assessment_id, dimension) where observation_id is not null;

-- Who was observed stays when the observer is erased.
alter table public.observations
  drop constraint observations_organization_id_observer_id_fkey,
  add foreign key (organization_id, observer_id) references public.employees (organization_id, employee_id)
    on delete set null (observer_id);
create index observations_observer on public.observations (organization_id, observer_id);
create index observations_day on public.observations (organization_id, observed_on desc, observation_id);

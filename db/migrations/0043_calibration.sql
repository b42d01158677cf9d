-- Calibration and re-expression: who took a decision back, one re-expression of a framework at a time, and the keys
-- that removals walk.
alter table public.calibrations
  -- Id of the user who took it back; null: it holds, or another decision took its place.
  add column undone_by text;
create index calibrations_person on public.calibrations (organization_id, employee_id);
create index reexpressed_ratings_assessment on public.reexpressed_ratings (organization_id, assessment_id);
create unique index reexpressions_applied on public.reexpressions (organization_id, soc, instrument)
  where undone_at is null;

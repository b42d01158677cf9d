-- Ratings of a file are taken back as a whole: which import made a version, and which version that one replaced. Neither
-- is a reference: imports and earlier versions may be gone.
alter table public.assessments
  add column import_id uuid,
  add column replaced_id uuid;
create index assessments_import on public.assessments (organization_id, import_id) where import_id is not null;

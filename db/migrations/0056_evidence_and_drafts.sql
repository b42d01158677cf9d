-- The version that a draft began with; another one under the key at submission came in meanwhile. It may be gone since,
-- so nothing refers to it. What was there before gets it by a job (0064).
alter table public.assessments add column copied_from uuid;

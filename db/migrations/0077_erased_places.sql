-- Where an erased person stood is kept under the random number that stands for them in frozen facts of releases, so that
-- who could read them is known when figures that count them are compared (docs/decisions/0014-a-viewer-keeps-the-cut-of-
-- a-release.md, 0021-erasure-and-deletion.md): employee_id may lead to nobody.
alter table public.former_members drop constraint former_members_organization_id_employee_id_fkey;
alter table public.former_reports drop constraint former_reports_organization_id_employee_id_fkey;

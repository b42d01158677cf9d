-- Evidence and drafts from before this moment are still to be looked through, organization by organization, by the job
-- reopen-evidence; null: nothing is. The default is for organizations that are here now: one moment, no row is written.
alter table public.organizations add column evidence_due_before timestamptz default now();
alter table public.organizations alter column evidence_due_before drop default;

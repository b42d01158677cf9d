-- People are erased and organizations deleted (docs/decisions/0021-erasure-and-deletion.md).

-- Ratings outlive who gave them: of a rater who was erased, rater_id is a random number that leads to nobody.
alter table public.assessments drop constraint assessments_organization_id_rater_id_fkey;

-- Since when a deletion is under way: no member, token or link is left, the worker removes the rows. It does so only
-- where the seal is right, which SQL cannot make: it needs the key that signs the tenant setting.
alter table auth.organization_directory
  add column deleting_since timestamptz,
  add column deletion_seal text;

-- As before, and only for an organization that is there: the lock on its row holds against the deletion, so that no
-- job is left behind by a transaction that ends after it.
create or replace function public.enqueue_job(task text, payload jsonb, key text, delay_seconds integer default 0)
returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := public.current_organization_id();
begin
  if organization is null then
    raise exception 'enqueue_job needs an organization' using errcode = 'insufficient_privilege';
  end if;
  perform from public.organizations o where o.organization_id = organization for key share;
  if not found then return; end if;
  perform graphile_worker.add_job(
    task,
    payload := jsonb_build_object('organizationId', organization, 'payload', payload)::json,
    queue_name := null,
    run_at := now() + make_interval(secs => delay_seconds),
    max_attempts := 25,
    job_key := case when key is null then null else task || ':' || organization::text || ':' || key end,
    priority := 0,
    flags := null,
    job_key_mode := 'preserve_run_at'
  );
end
$$;

-- What takes the lock of an organization's figures by its nature runs one after the other: jobs of one queue are taken singly, so that
-- who would wait for that lock holds no slot of the worker that another organization needs.
create or replace function public.enqueue_job(task text, payload jsonb, key text, delay_seconds integer default 0) returns void
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
    queue_name := case
      when task in ('refresh-capability', 'make-release', 'erase-person')
      then 'figures:' || organization::text end,
    run_at := now() + make_interval(secs => delay_seconds),
    max_attempts := 25,
    job_key := case when key is null then null else task || ':' || organization::text || ':' || key end,
    priority := 0,
    flags := null,
    job_key_mode := 'preserve_run_at'
  );
end
$$;

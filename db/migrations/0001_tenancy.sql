-- Ground of the four tenancy layers: schemas, the signed tenant setting, the job functions (security.md 1.2 to 1.6, 1.11).
create schema extensions;
create extension pgcrypto with schema extensions;
create extension pg_trgm with schema extensions;
create schema auth;

revoke all on schema public from public;
grant usage on schema public to cadre_app;
grant usage on schema extensions to cadre_app;
grant usage on schema auth to cadre_auth;

-- Keys that sign the tenant setting. Only the owner reads them; the verifier runs as the owner.
create table cadre_private.tenant_keys (
  key_id text primary key,
  secret bytea not null,
  created_at timestamptz not null default now()
);

-- Heartbeats of worker processes: jobs of a silent worker are taken up by another (security.md 1.11).
create table cadre_private.worker_heartbeats (
  worker_id text primary key,
  seen_at timestamptz not null default now()
);

-- The organization of this transaction, or null when the setting is absent, forged, foreign or stale.
-- Format of the setting: key id . organization . backend pid . expiry in unix seconds . hex hmac-sha256 of all before it.
create function public.current_organization_id() returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  raw text := nullif(current_setting('app.tenant', true), '');
  parts text[];
  secret_key bytea;
begin
  if raw is null then return null; end if;
  parts := string_to_array(raw, '.');
  if array_length(parts, 1) is distinct from 5 then return null; end if;
  if parts[3] is distinct from pg_backend_pid()::text then return null; end if;
  if parts[4] !~ '^[0-9]{1,12}$' or parts[4]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  select secret into secret_key from cadre_private.tenant_keys where key_id = parts[1];
  if secret_key is null then return null; end if;
  if encode(extensions.hmac(convert_to(array_to_string(parts[1:4], '.'), 'UTF8'), secret_key, 'sha256'), 'hex')
     is distinct from parts[5] then return null; end if;
  return parts[2]::uuid;
end
$$;
revoke all on function public.current_organization_id() from public;
grant execute on function public.current_organization_id() to cadre_app;

-- Adds a job for the organization of this transaction, never for one named by an argument.
create function public.enqueue_job(task text, payload jsonb, key text, delay_seconds integer default 0) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := public.current_organization_id();
begin
  if organization is null then
    raise exception 'enqueue_job needs an organization' using errcode = 'insufficient_privilege';
  end if;
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
revoke all on function public.enqueue_job(text, jsonb, text, integer) from public;
grant execute on function public.enqueue_job(text, jsonb, text, integer) to cadre_app;

-- Fence: true while the worker still holds the job in this attempt; the row stays locked until this transaction ends,
-- so a worker that was declared dead and comes back cannot write beside its successor.
create function public.hold_job(job bigint, worker text, attempt integer) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  held boolean;
begin
  select true into held from graphile_worker._private_jobs where id = job and locked_by = worker and attempts = attempt for share;
  return coalesce(held, false);
end
$$;
revoke all on function public.hold_job(bigint, text, integer) from public;
grant execute on function public.hold_job(bigint, text, integer) to cadre_app;

-- What pages say of waiting and failing work of their own organization.
create function public.job_status(task text)
returns table (waiting integer, failing integer, oldest_run_at timestamptz, last_error text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select count(*) filter (where j.attempts = 0)::integer,
           count(*) filter (where j.last_error is not null)::integer,
           min(j.run_at),
           null::text
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = task
       and j.payload ->> 'organizationId' = public.current_organization_id()::text;
end
$$;
revoke all on function public.job_status(text) from public;
grant execute on function public.job_status(text) to cadre_app;

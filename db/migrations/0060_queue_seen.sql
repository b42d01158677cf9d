-- What is seen of the job queue: by the operator in numbers without any organization, by an organization its own jobs.

-- Jobs by kind for /metrics. Running is who holds one; failed is who is not tried again.
create function auth.queue_metrics()
returns table (kind text, waiting integer, running integer, failing integer, failed integer, oldest_seconds double precision)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select t.identifier,
           count(*) filter (where j.locked_by is null and j.attempts < j.max_attempts and j.last_error is null)::integer,
           count(*) filter (where j.locked_by is not null)::integer,
           count(*) filter (where j.locked_by is null and j.attempts < j.max_attempts and j.last_error is not null)::integer,
           count(*) filter (where j.locked_by is null and j.attempts >= j.max_attempts)::integer,
           greatest(0, coalesce(extract(epoch from clock_timestamp() - min(j.created_at)
             filter (where j.locked_by is not null or j.attempts < j.max_attempts)), 0))::double precision
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     group by t.identifier
     order by t.identifier;
end
$$;
revoke all on function auth.queue_metrics() from public;
grant execute on function auth.queue_metrics() to cadre_auth;

-- Jobs of the organization of this transaction, those of figures that are in trouble first, then others in trouble. No
-- number of the queue is given out: it counts the jobs of everybody.
create function public.own_jobs(most integer)
returns table (
  kind text, state text, asked_at timestamptz, next_at timestamptz, attempts integer, max_attempts integer, reason text,
  operation_id uuid
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    select own.identifier,
           own.standing,
           own.created_at,
           own.run_at,
           own.attempts::integer,
           own.max_attempts::integer,
           own.last_error,
           (own.payload -> 'payload' ->> 'operationId')::uuid
      from (
        select t.identifier, j.*,
               case when j.locked_by is not null then 'running'
                    when j.attempts >= j.max_attempts then 'failed'
                    when j.last_error is not null then 'failing'
                    else 'waiting' end as standing
          from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
         where j.payload ->> 'organizationId' = organization
      ) own
     order by own.standing in ('failed', 'failing')
                and own.identifier in ('refresh-capability', 'make-release', 'prepare-release-cuts') desc,
              array_position(array['failed', 'failing', 'running', 'waiting'], own.standing), own.created_at, own.id
     limit most;
end
$$;
revoke all on function public.own_jobs(integer) from public;
grant execute on function public.own_jobs(integer) to cadre_app;

-- Has the organization's jobs of a kind that failed tried again now; how many. The number of tries goes on, since it tells
-- a job that is held from one that was (hold_job).
create function public.retry_own_jobs(task text) returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  changed integer;
begin
  update graphile_worker._private_jobs j
     set run_at = now(),
         max_attempts = case when j.attempts >= j.max_attempts then j.attempts + 5 else j.max_attempts end,
         updated_at = now()
    from graphile_worker._private_tasks t
   where t.id = j.task_id
     and t.identifier = task
     and j.payload ->> 'organizationId' = public.current_organization_id()::text
     and j.locked_by is null
     and (j.last_error is not null or j.attempts >= j.max_attempts);
  get diagnostics changed = row_count;
  if changed > 0 then perform pg_notify('jobs:insert', '{"r":1,"count":1}'); end if;
  return changed;
end
$$;
revoke all on function public.retry_own_jobs(text) from public;
grant execute on function public.retry_own_jobs(text) to cadre_app;

-- Takes the organization's jobs of a kind off the list that are not tried again: one row for each, with the operation that
-- it was to do (null: none), which is to be ended in the same transaction.
create function public.drop_own_failed_jobs(task text) returns table (operation_id uuid)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    delete from graphile_worker._private_jobs j
     using graphile_worker._private_tasks t
     where t.id = j.task_id
       and t.identifier = task
       and j.payload ->> 'organizationId' = organization
       and j.locked_by is null
       and j.attempts >= j.max_attempts
    returning (j.payload -> 'payload' ->> 'operationId')::uuid;
end
$$;
revoke all on function public.drop_own_failed_jobs(text) from public;
grant execute on function public.drop_own_failed_jobs(text) to cadre_app;

-- Jobs of the organization's figures, by themselves: every page of figures asks for them, and no backlog of other work, of
-- one's own or of somebody else, may hide them or be read through (own-jobs-index.ts has the index). An erasure stands in
-- the same queue (enqueue_job), so one that runs tells why a refresh waits.
create function public.own_figure_jobs(most integer)
returns table (
  kind text, state text, asked_at timestamptz, next_at timestamptz, attempts integer, max_attempts integer, reason text,
  operation_id uuid
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    select own.identifier,
           own.standing,
           own.created_at,
           own.run_at,
           own.attempts::integer,
           own.max_attempts::integer,
           own.last_error,
           null::uuid
      from (
        select t.identifier, j.*,
               case when j.locked_by is not null then 'running'
                    when j.attempts >= j.max_attempts then 'failed'
                    when j.last_error is not null then 'failing'
                    else 'waiting' end as standing
          from graphile_worker._private_tasks t
          join graphile_worker._private_jobs j
            on j.task_id = t.id and j.payload ->> 'organizationId' = organization
         where t.identifier in ('refresh-capability', 'make-release', 'prepare-release-cuts')
            or (t.identifier = 'erase-person' and j.locked_by is not null)
      ) own
     order by array_position(array['running', 'failing', 'waiting', 'failed'], own.standing), own.created_at, own.id
     limit most;
end
$$;
revoke all on function public.own_figure_jobs(integer) from public;
grant execute on function public.own_figure_jobs(integer) to cadre_app;

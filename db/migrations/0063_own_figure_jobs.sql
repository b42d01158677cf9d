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

-- As it was, with the jobs of figures that are in trouble before all others.
create or replace function public.own_jobs(most integer)
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

-- Takes the organization's jobs of a kind off the list that are not tried again: one row for each, with the operation that
-- it was to do (null: none), which is to be ended in the same transaction.
drop function public.drop_own_failed_jobs(text);
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

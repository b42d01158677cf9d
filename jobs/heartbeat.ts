import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { Logger } from '~/logger.server';

const BEAT_MS = 5_000;
/** A pool that was silent for this long is dead: its jobs are given to others. */
const SILENT_S = 30;

interface HeartbeatOptions {
  readonly query: (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  readonly logger: Logger;
}

export interface Heartbeat {
  /** To be given to the runner, which tells here of each pool that it makes. */
  readonly events: WorkerEvents;
  stop(): Promise<void>;
}

/** Says every five seconds that the worker pools of this process live, and unlocks the jobs of those that fell silent. */
export function startHeartbeat({ query, logger }: HeartbeatOptions): Heartbeat {
  const events = new EventEmitter() as WorkerEvents;
  const alive = new Set<string>();
  let beating = false;
  const beat = async (): Promise<void> => {
    if (beating) return;
    beating = true;
    try {
      await query(BEAT, [[...alive]]);
      const freed = await query(TAKE_OVER, [SILENT_S]);
      if (freed.length > 0) logger.warn({ pools: freed.length }, 'jobs of silent worker pools were unlocked');
    } catch (error) {
      logger.warn({ error }, 'the heartbeat could not be written');
    } finally {
      beating = false;
    }
  };
  // Jobs are locked by the pool's id, whichever of its workers runs them.
  events.on('pool:create', ({ workerPool }) => {
    alive.add(workerPool.id);
    void beat();
  });
  const timer = setInterval(() => void beat(), BEAT_MS);
  return {
    events,
    stop: async () => {
      clearInterval(timer);
      await query('delete from cadre_private.worker_heartbeats where worker_id = any($1::text[])', [
        [...alive],
      ]).catch(() => {});
    },
  };
}

const BEAT = `
  with gone as (
    delete from cadre_private.worker_heartbeats where seen_at < clock_timestamp() - interval '1 day'
  )
  insert into cadre_private.worker_heartbeats (worker_id, seen_at)
  select id, clock_timestamp() from unnest($1::text[]) as id
  on conflict (worker_id) do update set seen_at = excluded.seen_at`;

/**
 * A holder without any heartbeat counts as silent since it took the job. A job whose holder still has a transaction
 * open on it is locked and left for the next beat. A queue can be held without a job: the job was removed while it ran.
 */
const TAKE_OVER = `
  with of_jobs as (
    select j.locked_by as worker_id
      from graphile_worker._private_jobs j
      left join cadre_private.worker_heartbeats h on h.worker_id = j.locked_by
     where j.locked_by is not null
       and coalesce(h.seen_at, j.locked_at) < clock_timestamp() - make_interval(secs => $1)
       for update of j skip locked
  ), of_queues as (
    select q.locked_by as worker_id
      from graphile_worker._private_job_queues q
      left join cadre_private.worker_heartbeats h on h.worker_id = q.locked_by
     where q.locked_by is not null
       and coalesce(h.seen_at, q.locked_at) < clock_timestamp() - make_interval(secs => $1)
       and not exists (select from graphile_worker._private_jobs j where j.locked_by = q.locked_by)
  ), silent as (select worker_id from of_jobs union select worker_id from of_queues)
  select worker_id, graphile_worker.force_unlock_workers(array[worker_id]) from silent`;

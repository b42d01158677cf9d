import { connectSystem, withSystem } from './system';

/**
 * Adds the index by which an organization finds its own jobs (own_jobs, own_figure_jobs) without reading those of others.
 * After the queue's own schema is made, which is no part of the migrations.
 */
export async function addOwnJobsIndex(ownerUrl: string): Promise<void> {
  const system = connectSystem(ownerUrl);
  try {
    await withSystem(system, ({ script }) => script(INDEX));
  } finally {
    await system.close();
  }
}

const INDEX = `
  do $$
  begin
    if to_regclass('graphile_worker.cadre_own_jobs') is null then
      create index cadre_own_jobs on graphile_worker._private_jobs ((payload ->> 'organizationId'), task_id);
    end if;
  end
  $$`;

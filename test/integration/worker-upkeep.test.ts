import { describe, expect, it } from 'vitest';
import { openWorkerScene } from './worker-scene';

const scene = await openWorkerScene();
const LIMIT_MS = 60_000;

describe('a worker that starts', () => {
  it('makes up for the days on which none ran, in each organization by its own job', async () => {
    const { admin, organization } = scene;
    const { organizationId, today } = organization;
    await admin`update capability_state set as_of = as_of - 3 where organization_id = ${organizationId}`;
    await scene.startWorker();
    const dayOf = async () => {
      const [row] =
        await admin`select as_of::text as day from capability_state where organization_id = ${organizationId}`;
      return row?.['day'];
    };
    await scene.until(async () => (await dayOf()) >= today && (await scene.isFinished()), LIMIT_MS);
    expect((await dayOf()) >= today).toBe(true);
    const left = await admin`select 1 from graphile_worker._private_jobs where last_error is not null`;
    expect(left).toHaveLength(0);
  }, 120_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded/embedded-server';
import { migrate } from '#db/migrate';
import { connectSystem } from '#db/system';
import { registerTenantKeys } from '#db/tenant-keys';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { TEST_TENANT_KEY } from './test-keys';

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrls: { admin: string; owner: string; app: string; auth: string };
  }
}

/** One PostgreSQL for the run: the database cadre is migrated once and serves as template for each worker's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-test-'));
  const server = await startEmbedded({ dataDir, log: () => {}, fast: true });
  await migrateWorkerSchema(server.urls.owner);
  const system = connectSystem(server.urls.owner);
  await migrate(system);
  await registerTenantKeys(system, [TEST_TENANT_KEY]);
  await system.close();
  project.provide('clusterUrls', { ...server.urls });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '#db/database';
import { startEmbedded } from '#db/embedded/embedded-server';
import { migrate } from '#db/migrate';
import { connectSystem } from '#db/system';
import { registerTenantKeys } from '#db/tenant-keys';
import { migrateWorkerSchema } from '#jobs/worker-schema';

const BENCH_KEY = { keyId: 'bench', secret: Buffer.alloc(32, 7) };

/**
 * Runs work on a migrated, empty database of its own, which is gone afterwards. The second argument is its owner's
 * address, the third the superuser's.
 */
export async function withBenchDatabase(
  work: (database: Database, ownerUrl: string, adminUrl: string) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-bench-'));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    await registerTenantKeys(system, [BENCH_KEY]);
    await system.close();
    const { app: appUrl, auth: authUrl } = server.urls;
    const database = createDatabase({
      ...{ appUrl, authUrl, tenantKey: BENCH_KEY, applicationName: 'bench', poolSize: 4 },
    });
    await work(database, server.urls.owner, server.urls.admin).finally(() => database.close());
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

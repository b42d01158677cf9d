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

/** Addresses of a bench's database for the two runtime roles. */
export interface BenchUrls {
  readonly app: string;
  readonly auth: string;
}

/** Opens a bench's database, from another process too. */
export function openBenchDatabase({ app: appUrl, auth: authUrl }: BenchUrls): Database {
  return createDatabase({
    ...{ appUrl, authUrl, tenantKey: BENCH_KEY, applicationName: 'bench', poolSize: 4 },
  });
}

/**
 * Runs work on a migrated, empty database of its own, which is gone afterwards. The second argument is its owner's
 * address, the third the superuser's, the fourth those of the runtime roles.
 */
export async function withBenchDatabase(
  work: (database: Database, ownerUrl: string, adminUrl: string, urls: BenchUrls) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-bench-'));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    await registerTenantKeys(system, [BENCH_KEY]);
    await system.close();
    const { app, auth, owner, admin } = server.urls;
    const database = openBenchDatabase({ app, auth });
    await work(database, owner, admin, { app, auth }).finally(() => database.close());
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

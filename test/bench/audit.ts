import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '#db/database';
import { startEmbedded } from '#db/embedded/embedded-server';
import { migrate } from '#db/migrate';
import { connectSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { registerTenantKeys } from '#db/tenant-keys';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { recordAudit } from '~/modules/organizations/commands/record-audit';

const WRITES = 2_000;
const WRITERS = [1, 8] as const;
const KEY = { keyId: 'bench', secret: Buffer.alloc(32, 7) };
const actor = { kind: 'operator', id: 'bench' } as const;

/**
 * What the audit log costs: transactions a second of one organization that append an entry, beside transactions that
 * insert a row of about the same size into a table without a chain, in the same run on a server of its own.
 */
export async function benchAudit(): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-bench-'));
  const server = await startEmbedded({ dataDir, log: () => {} });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    await registerTenantKeys(system, [KEY]);
    await system.close();
    const { app: appUrl, auth: authUrl } = server.urls;
    const database = createDatabase({
      appUrl,
      authUrl,
      tenantKey: KEY,
      applicationName: 'bench',
      poolSize: 8,
    });
    await measure(database);
    await database.close();
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database): Promise<void> {
  const organization = { slug: 'bench', name: 'Bench', timeZone: 'Europe/Amsterdam' };
  const organizationId = await createOrganization(database, organization);
  const run = (work: (ctx: TenantContext) => Promise<void>) =>
    withTenant(database, { organizationId, actor }, work);
  for (const writers of WRITERS) {
    const plain = await perSecond(writers, () => run(insertPlain));
    const chained = await perSecond(writers, () => run(append));
    console.log(
      `audit, ${writers} at once: ${chained} appends/s, ${plain} plain inserts/s, ratio ${(chained / plain).toFixed(2)}`,
    );
  }
}

async function append(ctx: TenantContext): Promise<void> {
  recordAudit(ctx, {
    action: 'figures.rebuild',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { people: 1 },
  });
}

async function insertPlain({ tx }: TenantContext): Promise<void> {
  const operation = {
    kind: 'bench',
    input: '{"people":1}',
    requestedByKind: 'operator',
    requestedBy: 'bench',
  };
  await tx
    .insertInto('operations')
    .values({ ...operation, operationId: randomUUID() })
    .execute();
}

async function perSecond(writers: number, write: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = WRITES;
  const writer = async () => {
    while (left > 0) {
      left -= 1;
      await write();
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return Math.round((WRITES / (performance.now() - started)) * 1_000);
}

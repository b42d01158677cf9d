import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { createDatabase, type Database } from '#db/database';
import { connectSystem, type SystemConnection } from '#db/system';
import { type TenantContext, withAuth, withTenant } from '#db/tenancy';
import { TEST_TENANT_KEY } from './test-keys';

export interface TestDatabase {
  readonly database: Database;
  readonly system: SystemConnection;
  /** URLs of this test file's own database. */
  readonly urls: {
    readonly admin: string;
    readonly owner: string;
    readonly app: string;
    readonly auth: string;
  };
  /** A new, empty organization. */
  newOrganization(timeZone?: string): Promise<{ organizationId: string; slug: string }>;
  /** Runs work as one organization, as the operator. */
  tenant<T>(organizationId: string, work: (ctx: TenantContext) => Promise<T>, now?: Date): Promise<T>;
}

/** A database of its own for the test file, cloned from the migrated template and dropped afterwards. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('clusterUrls');
  const name = `cadre_${randomUUID().slice(0, 8)}`;
  // Beside the template: it cannot be cloned while anybody is connected to it.
  const admin = postgres(cluster.admin.replace(/\/[^/]*$/, '/postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template cadre owner cadre_owner`);
  await admin.unsafe(`revoke connect, temporary on database ${name} from public`);
  await admin.unsafe(`grant connect on database ${name} to cadre_owner, cadre_app, cadre_auth`);
  const here = (url: string) => url.replace(/\/[^/]*$/, `/${name}`);
  const urls = {
    admin: here(cluster.admin),
    owner: here(cluster.owner),
    app: here(cluster.app),
    auth: here(cluster.auth),
  };
  const database = createDatabase({
    appUrl: urls.app,
    authUrl: urls.auth,
    tenantKey: TEST_TENANT_KEY,
    applicationName: 'cadre-test',
    poolSize: 5,
  });
  const system = connectSystem(urls.owner, 'cadre-test');
  afterAll(async () => {
    await database.close();
    await system.close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { database, system, urls, ...organizationTools(database) };
}

function organizationTools(database: Database): Pick<TestDatabase, 'newOrganization' | 'tenant'> {
  const actor = { kind: 'operator', id: 'test' } as const;
  return {
    async newOrganization(timeZone = 'Europe/Amsterdam') {
      const organizationId = randomUUID();
      const slug = `org-${organizationId.slice(0, 8)}`;
      await withAuth(database, ({ tx }) =>
        tx
          .insertInto('organizationDirectory')
          .values({ organizationId, slug, name: `Organization ${slug}` })
          .execute(),
      );
      await withTenant(database, { organizationId, actor }, ({ tx }) =>
        tx.insertInto('organizations').values({ organizationId, timeZone }).execute(),
      );
      return { organizationId, slug };
    },
    tenant: (organizationId, work, now) =>
      withTenant(database, { organizationId, actor, limitMs: 60_000, ...(now ? { now } : {}) }, work),
  };
}

import { sql } from 'kysely';
import { createDatabase } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import type { LossScene, Resumed } from './stock-pair';

const actor = { kind: 'operator', id: 'proof 1' } as const;

/** The scene of the stock pair through withTenant: the first handler must be refused while the second works. */
export async function resumeOnSlot({ appUrl, admin, first, second }: LossScene): Promise<Resumed> {
  const database = createDatabase({
    appUrl,
    authUrl: appUrl,
    tenantKey: TEST_TENANT_KEY,
    applicationName: 'proof-1',
    poolSize: 2,
  });
  const goOn = Promise.withResolvers<void>();
  const resumed = Promise.withResolvers<Resumed>();
  const pid = Promise.withResolvers<number>();
  const one = withTenant(database, { organizationId: first, actor }, async (ctx) => {
    pid.resolve(await backendPid(ctx));
    await goOn.promise;
    resumed.resolve(await readAll(ctx));
  });
  one.catch(() => {});
  await admin`select pg_terminate_backend(${await pid.promise}, 5000)`;
  await withTenant(database, { organizationId: second, actor }, async (ctx) => {
    await backendPid(ctx);
    goOn.resolve();
    await resumed.promise;
  });
  await one.catch(() => {});
  await database.close();
  return resumed.promise;
}

async function backendPid({ tx }: TenantContext): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  return rows[0]?.pid ?? 0;
}

async function readAll({ tx }: TenantContext): Promise<Resumed> {
  try {
    const { rows } = await sql<{ name: string }>`select name from teams`.execute(tx);
    return { names: rows.map(({ name }) => name), error: undefined };
  } catch (error) {
    return { names: [], error: error instanceof Error ? error.name : String(error) };
  }
}

import { CamelCasePlugin, type KyselyPlugin } from 'kysely';
import { Pool, type PoolOptions } from './client/pool';
import type { TenantKey } from './signing';

export interface DatabaseOptions {
  /** Role cadre_app. */
  readonly appUrl: string;
  /** Role cadre_auth. */
  readonly authUrl: string;
  readonly tenantKey: TenantKey;
  readonly applicationName: string;
  readonly poolSize: number;
}

/** The one database object of a process: a pool for each role, and the key that signs the tenant setting. */
export interface Database {
  readonly app: Pool;
  readonly auth: Pool;
  readonly tenantKey: TenantKey;
  close(): Promise<void>;
}

/** Keys inside JSON stay as they are: only column names change case. */
export const CAMEL_CASE: KyselyPlugin = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Opens no connection yet: a slot connects when it is first used. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = (url: string, size: number): Pool =>
    new Pool({
      url,
      size,
      applicationName: options.applicationName,
      connectTimeoutMs: 5_000,
      acquireTimeoutMs: 10_000,
    } satisfies PoolOptions);
  const app = pool(options.appUrl, options.poolSize);
  const auth = pool(options.authUrl, Math.max(2, Math.ceil(options.poolSize / 2)));
  return {
    app,
    auth,
    tenantKey: options.tenantKey,
    close: async () => {
      await Promise.all([app.close(), auth.close()]);
    },
  };
}

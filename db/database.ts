import os from 'node:os';
import { CamelCasePlugin, type KyselyPlugin } from 'kysely';
import { FairShare } from './client/fair-share';
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
  /**
   * Whether organizations take turns: for a process that answers people. Its work must not open a transaction while it
   * holds one of the same organization.
   */
  readonly takesTurns?: true;
}

/** The one database object of a process: a pool for each role, and the key that signs the tenant setting. */
export interface Database {
  readonly app: Pool;
  readonly auth: Pool;
  /** Turns of organizations, so that none crowds out the others; null where work waits in a queue before. */
  readonly turns: FairShare | null;
  readonly tenantKey: TenantKey;
  close(): Promise<void>;
}

/** Keys inside JSON stay as they are: only column names change case. */
export const CAMEL_CASE: KyselyPlugin = new CamelCasePlugin({ maintainNestedObjectKeys: true });

const WAIT_LIMIT_MS = 10_000;

/** Opens no connection yet: a slot connects when it is first used. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = (url: string, size: number): Pool =>
    new Pool({
      url,
      size,
      applicationName: options.applicationName,
      connectTimeoutMs: 5_000,
      acquireTimeoutMs: WAIT_LIMIT_MS,
    } satisfies PoolOptions);
  const app = pool(options.appUrl, options.poolSize);
  const auth = pool(options.authUrl, Math.max(2, Math.ceil(options.poolSize / 2)));
  const alone = Math.max(2, Math.min(os.availableParallelism() * 2, options.poolSize - 1));
  return {
    app,
    auth,
    turns: options.takesTurns ? new FairShare({ alone, waitLimitMs: WAIT_LIMIT_MS }) : null,
    tenantKey: options.tenantKey,
    close: async () => {
      await Promise.all([app.close(), auth.close()]);
    },
  };
}

import postgres from 'postgres';
import { createDatabase, type Database } from '#db/database';
import { attachEmbedded } from '#db/embedded/attach-embedded';
import { type TenantContext, withTenant } from '#db/tenancy';
import { readSecrets } from '~/secrets.server';

/** What the proof itself does in the database of a running Cadre; closed after use, since that database is killed. */
export interface Access {
  readonly admin: postgres.Sql;
  readonly database: Database;
  tenant<T>(organizationId: string, work: (ctx: TenantContext) => Promise<T>, now?: Date): Promise<T>;
}

const ACTOR = { kind: 'operator', id: 'proof' } as const;
export const PROOF_NAME = 'cadre-proof';

/** Works in the database of this data folder. Throws when no server runs there at this moment. */
export async function withAccess<T>(dataDir: string, work: (access: Access) => Promise<T>): Promise<T> {
  const urls = attachEmbedded({ dataDir });
  if (!urls) throw new Error('no PostgreSQL runs on this data folder');
  const connection = { application_name: PROOF_NAME };
  const admin = postgres(urls.admin, { max: 2, onnotice: () => {}, connect_timeout: 5, connection });
  const database = createDatabase({
    appUrl: urls.app,
    authUrl: urls.auth,
    tenantKey: readSecrets({ DATA_DIR: dataDir, CADRE_SECRETS: undefined }).tenantKeys[0],
    applicationName: PROOF_NAME,
    poolSize: 2,
  });
  const tenant: Access['tenant'] = (organizationId, inside, now) =>
    withTenant(database, { organizationId, actor: ACTOR, limitMs: 60_000, ...(now ? { now } : {}) }, inside);
  try {
    return await work({ admin, database, tenant });
  } finally {
    await Promise.allSettled([admin.end({ timeout: 1 }), database.close()]);
  }
}

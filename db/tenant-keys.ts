import { sql } from 'kysely';
import type { TenantKey } from './signing';
import { type SystemConnection, withSystem } from './system';

/** Makes the database verify exactly these keys: a key that is no longer listed stops counting at once. */
export async function registerTenantKeys(
  connection: SystemConnection,
  keys: readonly TenantKey[],
): Promise<void> {
  await withSystem(connection, async ({ tx }) => {
    for (const { keyId, secret } of keys) {
      await sql`
        insert into cadre_private.tenant_keys (key_id, secret) values (${keyId}, ${secret})
        on conflict (key_id) do update set secret = excluded.secret`.execute(tx);
    }
    await sql`delete from cadre_private.tenant_keys where key_id <> all(${keys.map(({ keyId }) => keyId)})`.execute(
      tx,
    );
  });
}

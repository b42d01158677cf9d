import net from 'node:net';
import { sql } from 'kysely';
import { it } from 'vitest';
import { createDatabase } from '#db/database';
import { withTenant } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
it('stall', async () => {
  const db = await openTestDatabase();
  const t = new URL(db.urls.app);
  let silent = false;
  const l = net.createServer((c) => { const s = net.connect(Number(t.port), t.hostname); c.on('data', (d) => silent || s.write(d)); s.on('data', (d) => silent || c.write(d)); c.on('error', () => {}); s.on('error', () => {}); });
  await new Promise<void>((r) => l.listen(0, '127.0.0.1', r));
  const database = createDatabase({ appUrl: Object.assign(new URL(db.urls.app), { port: String((l.address() as net.AddressInfo).port) }).href, authUrl: db.urls.auth, tenantKey: TEST_TENANT_KEY, applicationName: 'x', poolSize: 1 });
  const { organizationId } = await db.newOrganization();
  const started = Date.now();
  const r = await Promise.race([
    withTenant(database, { organizationId, actor: { kind: 'operator', id: 'x' }, limitMs: 1000 }, async ({ tx }) => { await sql`select 1`.execute(tx); silent = true; await sql`select 2`.execute(tx); }).then(() => 'ok', (e) => String(e)),
    new Promise((r) => setTimeout(r, 25000, 'STILL HANGING')),
  ]);
  console.log('->', r, Date.now() - started);
});

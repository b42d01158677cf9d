import { createHash, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { createDatabase } from '#db/database';
import { withAuth } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { beginAttempt, forgetAttempts, rememberSource } from '~/modules/organizations/commands/begin-attempt';
import { deleteStaleAccountRows } from '~/modules/organizations/commands/delete-stale-account-rows';
import { requestReset } from '~/modules/organizations/commands/request-reset';
import { requestSignUp } from '~/modules/organizations/commands/request-sign-up';
import type { AttemptPurpose } from '~/modules/organizations/domain/attempt-limits';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
const services = { database: db.database, keyedHash };

interface From {
  readonly address?: string;
  readonly device?: string | null;
  readonly purpose?: AttemptPurpose;
  readonly database?: typeof db.database;
}
const begin = (account: string, { address = '192.0.2.1', device = null, ...more }: From = {}) =>
  beginAttempt(
    { ...services, ...(more.database ? { database: more.database } : {}) },
    { purpose: more.purpose ?? 'password', account, source: { address, device } },
  );
/** How many of so many tries are allowed, one after the other. */
async function allowedOf(tries: number, account: string, from: (index: number) => From): Promise<number> {
  let allowed = 0;
  for (let index = 0; index < tries; index += 1)
    if ((await begin(account, from(index))).allowed) allowed += 1;
  return allowed;
}
const fresh = () => `${randomUUID()}@example.org`;
const address = (index: number) => `198.51.${Math.floor(index / 250)}.${index % 250}`;

describe('tries', () => {
  it('on one account from one address are ten, also when all are made at once', async () => {
    const account = fresh();
    const all = await Promise.all(Array.from({ length: 40 }, () => begin(account)));
    expect(all.filter(({ allowed }) => allowed)).toHaveLength(10);
    expect(await begin(account.toUpperCase())).toMatchObject({
      allowed: false,
      retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 170 && seconds <= 180),
    });
    expect((await begin(fresh())).allowed).toBe(true);
  });

  it('on one account from everywhere are fifty', async () => {
    const account = fresh();
    expect(await allowedOf(70, account, (index) => ({ address: address(index) }))).toBe(50);
  });

  it('of one address on any account are sixty', async () => {
    const from = { address: '203.0.113.7' };
    let allowed = 0;
    for (let index = 0; index < 80; index += 1) if ((await begin(fresh(), from)).allowed) allowed += 1;
    expect(allowed).toBe(60);
  });

  it('that turned out right do not count', async () => {
    const account = fresh();
    for (let index = 0; index < 30; index += 1) {
      const attempt = await begin(account, { address: '192.0.2.30' });
      expect([index, attempt.allowed]).toEqual([index, true]);
      if (attempt.allowed) await attempt.succeeded();
    }
  });

  it('come back with time, one after the other', async () => {
    const account = fresh();
    const from = { address: '192.0.2.40' };
    expect(await allowedOf(12, account, () => from)).toBe(10);
    await admin`update auth.attempt_counters set paid_until = paid_until - interval '181 seconds'`;
    expect(await allowedOf(3, account, () => from)).toBe(1);
  });

  it('are counted across a restart', async () => {
    const account = fresh();
    const from = { address: '192.0.2.50' };
    await allowedOf(10, account, () => from);
    const { app: appUrl, auth: authUrl } = db.urls;
    const again = createDatabase({
      ...{ appUrl, authUrl, tenantKey: TEST_TENANT_KEY },
      ...{ applicationName: 'cadre-again', poolSize: 2 },
    });
    expect((await begin(account, { ...from, database: again })).allowed).toBe(false);
    await again.close();
  });

  it.each(['second-factor', 'reset-letter', 'sign-up-letter', 'passkey', 'reset', 'sign-up'] as const)(
    'of kind %s end as well',
    async (purpose) => {
      const allowed = await allowedOf(80, fresh(), () => ({ address: `a ${purpose}`, purpose }));
      expect([allowed > 0, allowed < 80]).toEqual([true, true]);
    },
  );
});

describe('letters to one address', () => {
  it('that sign-ups ask for leave those of a forgotten password alone', async () => {
    const email = fresh();
    const passwords = { hash: async () => 'hashed' };
    const wanted = { organization: 'Nord', slug: '', name: 'Jo', email, password: 'zebra quilt 77 lantern' };
    for (let index = 0; index < 4; index += 1) {
      const form = { ...wanted, slug: `nord-${randomUUID()}` };
      const source = { address: address(2_000 + index), device: null };
      const request = { form, common: new Set<string>(), source };
      expect(await requestSignUp({ ...services, passwords }, request)).toEqual({ kind: 'sent' });
    }
    const kept = async () => [
      (await admin`select from auth.sign_ups where email = ${email}`).length,
      (await admin`select from auth.password_resets where email = ${email}`).length,
    ];
    expect(await kept()).toEqual([3, 0]);
    for (let index = 0; index < 4; index += 1)
      await requestReset(services, { email, source: { address: address(2_100 + index), device: null } });
    expect(await kept()).toEqual([3, 3]);
  });
});

describe('who was there before', () => {
  const attack = (account: string) =>
    allowedOf(60, account, (index) => ({ address: address(1_000 + index) }));

  it('is not locked out by what strangers try on the account', async () => {
    const account = fresh();
    const known = { address: '192.0.2.60', device: null };
    const device = await rememberSource(services, account, known);
    expect(await attack(account)).toBe(50);
    expect((await begin(account, { address: '192.0.2.61' })).allowed).toBe(false);
    expect((await begin(account, known)).allowed).toBe(true);
    expect((await begin(account, { address: '192.0.2.61', device })).allowed).toBe(true);
  });

  it('in the same browser is not locked out by strangers at the same address either', async () => {
    const account = fresh();
    const here = { address: '192.0.2.70' };
    const device = await rememberSource(services, account, { ...here, device: null });
    await allowedOf(100, account, () => here);
    expect((await begin(account, here)).allowed).toBe(false);
    expect((await begin(account, { ...here, device })).allowed).toBe(true);
    expect(await allowedOf(30, account, () => ({ ...here, device }))).toBe(9);
  });

  it('is known by what Cadre gave the browser, not by what a browser made up', async () => {
    const [account, other] = [fresh(), fresh()];
    const planted = 'x'.repeat(32);
    const device = await rememberSource(services, account, { address: '192.0.2.80', device: planted });
    expect(device).not.toBe(planted);
    await attack(account);
    expect((await begin(account, { address: '192.0.2.81', device: planted })).allowed).toBe(false);
    const again = await rememberSource(services, other, { address: '192.0.2.80', device });
    expect(again).toBe(device);
    await attack(fresh());
    expect((await begin(fresh(), { address: '192.0.2.82', device })).allowed).toBe(true);
  });

  it('is known to no other account', async () => {
    const [account, other] = [fresh(), fresh()];
    const device = await rememberSource(services, other, { address: '192.0.2.90', device: null });
    await attack(account);
    expect((await begin(account, { address: '192.0.2.90', device })).allowed).toBe(false);
  });
});

describe('what is kept', () => {
  it('holds no address and no account, plain or as a hash that others can make', async () => {
    const account = fresh();
    await begin(account, { address: '192.0.2.99' });
    await rememberSource(services, account, { address: '192.0.2.99', device: null });
    const rows = await admin`select c::text from auth.attempt_counters c
      union all select s::text from auth.known_sources s`;
    const text = JSON.stringify(rows);
    for (const secret of [account, '192.0.2.99']) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(createHash('sha256').update(secret).digest('hex'));
    }
  });

  it('is deleted once it holds nobody back', async () => {
    const account = fresh();
    const device = await rememberSource(services, account, { address: '192.0.2.98', device: null });
    await admin`update auth.attempt_counters set paid_until = now() - interval '1 second'`;
    const [kept = ''] = [fresh()];
    await begin(kept, { address: '192.0.2.97' });
    await withAuth(db.database, deleteStaleAccountRows);
    const count = async () => (await admin`select counter_key from auth.attempt_counters`).length;
    expect(await count()).toBe(3);
    expect(await admin`select source_key from auth.known_sources`).not.toEqual([]);
    await admin`update auth.known_sources set last_used_at = now() - interval '181 days'`;
    await withAuth(db.database, deleteStaleAccountRows);
    expect(await admin`select source_key from auth.known_sources`).toEqual([]);
    expect(device).toMatch(/^[\w-]{32}$/);
  });

  it('goes with the account: from where it was signed in to, and what was tried on it', async () => {
    const [account, other] = [fresh(), fresh()];
    const from = { address: '192.0.2.96', device: null };
    for (const one of [account, other]) await rememberSource(services, one, from);
    await admin`delete from auth.attempt_counters`;
    for (const purpose of ['reset-letter', 'sign-up-letter'] as const) {
      await begin(account, { purpose, address: '192.0.2.95' });
      await begin(other, { purpose, address: '192.0.2.95' });
    }
    await withAuth(db.database, (ctx) => forgetAttempts(ctx, keyedHash, account.toUpperCase()));
    expect(await admin`select from auth.known_sources`).toHaveLength(2);
    expect(await admin`select from auth.attempt_counters`).toHaveLength(2);
    await withAuth(db.database, (ctx) => forgetAttempts(ctx, keyedHash, other));
    expect(await admin`select from auth.attempt_counters`).toEqual([]);
  });
});

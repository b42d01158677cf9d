import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDemoOrganization } from '#seeds/demo/load-organization';
import { buildNorthgate } from '#seeds/demo/organizations/northgate';
import { seedReference } from '#seeds/run';
import { openTestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createPasswordKeeper } from '~/http/password.server';
import { createKeyedHash } from '~/keyed-hash.server';
import { signIn } from '~/modules/organizations/commands/sign-in.server';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const passwords = createPasswordKeeper({ passwordPeppers: [TEST_PEPPER] });
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
const source = { address: '192.0.2.1', device: null };

describe('accounts of a new installation (asvs.md V6.3.2)', () => {
  it('are none: nobody can sign in, and no token is there', async () => {
    await seedReference(db.system);
    const [left] = await admin`select (select count(*)::int from auth.users) as users,
      (select count(*)::int from auth.memberships) as memberships, (select count(*)::int from auth.api_tokens) as tokens`;
    expect(left).toEqual({ users: 0, memberships: 0, tokens: 0 });
  });

  it('of the demo have passwords drawn for this installation', async () => {
    const draw = async () => {
      const demo = buildNorthgate({ today: '2026-11-22' });
      // Only what the sign-ins need is loaded; each time another organization.
      const slug = `north-${randomUUID().slice(0, 8)}`;
      const options = { database: db.database, passwords, today: '2026-11-22' };
      return (await loadDemoOrganization(options, { ...demo, slug })).map(({ password }) => password);
    };
    const [first, second] = [await draw(), await draw()];
    expect(first.length).toBeGreaterThan(3);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect([...first, ...second].filter((password) => !/^[\w-]{16}$/.test(password))).toEqual([]);
  });
});

describe('passwords (asvs.md V6.2.10, V6.4.2)', () => {
  it('work for as long as their owner keeps them', async () => {
    const [email, password] = [`${randomUUID()}@example.org`, 'a sentence from long ago'];
    await admin`insert into auth.users (user_id, email, name, password_hash, created_at)
      values (${randomUUID()}, ${email}, 'Long Ago', ${await passwords.hash(password)}, now() - interval '20 years')`;
    const services = { database: db.database, keyedHash, passwords };
    expect(await signIn(services, { email, password, source })).toMatchObject({ ok: true, email });
    expect(await signIn(services, { email, password: 'another', source })).toMatchObject({ ok: false });
  });

  it('are kept as a hash, without an age, a hint or a question', async () => {
    const columns = await admin<{ name: string }[]>`select column_name as name from information_schema.columns
      where table_schema = 'auth' and table_name = 'users' order by 1`;
    expect(columns.map(({ name }) => name)).toEqual([
      'created_at',
      'email',
      'name',
      'password_hash',
      'user_id',
    ]);
  });
});

import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { form } from '#test/setup/http-client';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { normalised } from './normalise';

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const tryWith = (email: string, password: string) =>
  web.send('/login', form(web.origin, { email, password }));
const known = web.a.members.hr_partner.email;

describe('signing in with a password', () => {
  it('says the same of an unknown address and of a wrong password, to the byte', async () => {
    const wrong = await tryWith(known, 'wrong');
    const unknown = await tryWith('nobody@example.test', 'wrong');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('The e-mail address or the password is not right.');
    expect(normalised(wrong, [known])).toBe(normalised(unknown, ['nobody@example.test']));
  });

  it('says the same of a person who has no password yet', async () => {
    const { email, userId } = web.b.members.admin;
    await admin`update auth.users set password_hash = null where user_id = ${userId}`;
    const none = await tryWith(email, TEST_PASSWORD);
    expect(normalised(none, [email])).toBe(normalised(await tryWith(known, 'wrong'), [known]));
  });

  it('takes the address in any case, and nothing that only looks like it', async () => {
    expect((await tryWith(known.toUpperCase(), TEST_PASSWORD)).status).toBe(302);
    expect((await tryWith(` ${known} `, TEST_PASSWORD)).status).toBe(302);
    for (const email of [`${known}\0`, `${known}%`, `${known}' or '1'='1`, known.replace('.', '_')]) {
      expect([email, (await tryWith(email, TEST_PASSWORD)).status]).toEqual([email, 422]);
    }
  });

  it.each([
    ['an empty form', {}],
    ['no password', { email: known }],
    ['a NUL in the password', { email: known, password: 'a\0b' }],
    ['a password of 100,000 letters', { email: known, password: 'x'.repeat(100_000) }],
    ['an address of 100,000 letters', { email: `${'x'.repeat(100_000)}@example.test`, password: 'x' }],
    ['both as text that is not UTF-8', { email: '\ud800', password: '\udfff' }],
  ])('refuses %s with 422', async (_, fields) => {
    const answer = await web.send('/login', form(web.origin, fields));
    expect([answer.status, answer.cookies]).toEqual([422, []]);
  });

  it('stores argon2id hashes behind the key id of the pepper, with a salt each', async () => {
    const rows = await admin<{ hash: string }[]>`
      select password_hash as hash from auth.users where password_hash is not null`;
    expect(rows.length).toBeGreaterThan(10);
    for (const { hash } of rows) expect(hash).toMatch(/^pepper:\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('while the queue is full people are asked to come back, and others are served', async () => {
    const { passwords } = web.services;
    let over = false;
    const occupy = async () => {
      while (!over) await passwords.verify(null, 'x');
    };
    const queue = Array.from({ length: 52 }, occupy);
    const [late, alive] = await Promise.all([tryWith(known, TEST_PASSWORD), web.send('/healthz')]);
    expect(alive.status).toBe(200);
    expect(late.status).toBe(503);
    expect(late.cookies).toEqual([]);
    expect(late.body).toContain('Too many people are signing in at this moment.');
    over = true;
    await Promise.all(queue);
    expect((await tryWith(known, TEST_PASSWORD)).status).toBe(302);
  });

  it('under a storm every sign-in is answered or asked to come back', async () => {
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, index) => tryWith(`n${index}@example.test`, 'x')),
    );
    for (const { status } of answers) expect([422, 429, 503]).toContain(status);
  });
});

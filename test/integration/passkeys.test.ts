import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { type Answering, softwareAuthenticator } from '#test/setup/software-authenticator';
import { beginAuthentication, beginRegistration } from '~/modules/organizations/commands/begin-passkey';
import { addPasskey, renamePasskey } from '~/modules/organizations/commands/change-passkeys';
import { checkPasskey } from '~/modules/organizations/commands/check-passkey';
import { deleteOldChallenges } from '~/modules/organizations/data/passkey-challenges';
import { getSecondFactors } from '~/modules/organizations/queries/get-second-factors';

const db = await openTestDatabase();
const { database } = db;
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const relyingParty = { id: 'cadre.example', origin: 'https://cadre.example' };
const services = { database, relyingParty };

let people = 0;
async function newPerson() {
  people += 1;
  const [userId, email] = [crypto.randomUUID(), `person${people}@example.org`];
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${email}, 'Jo')`;
  const sessionKey = createHash('sha256').update(userId).digest('hex');
  return {
    userId,
    email,
    name: 'Jo',
    sessionKey,
    authenticator: softwareAuthenticator(relyingParty, userId),
  };
}
type Person = Awaited<ReturnType<typeof newPerson>>;

async function register(person: Person, answering?: Answering, name = 'Phone') {
  const { challengeId, options } = await beginRegistration(services, person);
  const response = person.authenticator.register(options.challenge, answering);
  return {
    challengeId,
    response,
    codes: await addPasskey(services, person, { challengeId, response, name }),
  };
}
async function registered() {
  const person = await newPerson();
  await register(person);
  return person;
}
/** A sign-in (expected null) or second factor with an answer; null when it is refused. */
async function signIn(person: Person, expected: string | null = null, answering: Answering = {}) {
  const { challengeId, options } = await beginAuthentication(services, expected);
  const response = person.authenticator.answer(options.challenge, answering);
  return checkPasskey(services, { challengeId, response }, expected);
}

describe('a new passkey', () => {
  it('is asked for with a lock of its own and found by itself; recovery codes come with the first', async () => {
    const person = await newPerson();
    const { options } = await beginRegistration(services, person);
    expect(options).toMatchObject({
      rp: { id: 'cadre.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await register(person)).codes).toHaveLength(10);
    const { passkeys } = await getSecondFactors(database, person.userId);
    expect(passkeys).toMatchObject([{ name: 'Phone', lastUsedAt: null }]);
    expect((await beginRegistration(services, person)).options.excludeCredentials).toHaveLength(1);
  });

  it.each<[string, Answering]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another origin of the same name', { origin: 'http://cadre.example' }],
    ['another name', { rpId: 'evil.example' }],
    ['nobody verified', { verified: false }],
  ])('is refused from %s', async (_, answering) => {
    const person = await newPerson();
    await expect(register(person, answering)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect((await getSecondFactors(database, person.userId)).passkeys).toEqual([]);
  });

  it('is refused by a challenge that was used, is over, or is of somebody else', async () => {
    const person = await newPerson();
    const { challengeId, response } = await register(person);
    const again = addPasskey(services, person, { challengeId, response, name: 'Again' });
    await expect(again).rejects.toMatchObject({ kind: 'invalid-input' });
    const other = await newPerson();
    const asked = await beginRegistration(services, other);
    const mine = person.authenticator.register(asked.options.challenge);
    const stolen = addPasskey(services, person, {
      challengeId: asked.challengeId,
      response: mine,
      name: 'x',
    });
    await expect(stolen).rejects.toMatchObject({ kind: 'invalid-input' });
    await admin`update auth.passkey_challenges set expires_at = now() - interval '1 second'`;
    const late = addPasskey(services, other, { ...asked, response: mine, name: 'x' });
    await expect(late).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('that is there already, or has no name, is refused', async () => {
    const person = await registered();
    await expect(register(person)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(register(await newPerson(), {}, '  ')).rejects.toMatchObject({ kind: 'invalid-input' });
    const [id, other] = [person.authenticator.id, await newPerson()];
    await renamePasskey(database, person, { credentialId: id, name: 'Laptop' });
    const foreign = renamePasskey(database, other, { credentialId: id, name: 'Mine' });
    await expect(foreign).rejects.toMatchObject({ kind: 'not-found' });
    expect((await getSecondFactors(database, person.userId)).passkeys[0]?.name).toBe('Laptop');
  });
});

describe('signing in with a passkey', () => {
  it('says who comes, and as a second factor that it is they', async () => {
    const person = await registered();
    const holder = { userId: person.userId, email: person.email };
    expect(await signIn(person)).toEqual(holder);
    expect(await signIn(person, person.userId, { counter: 2 })).toEqual(holder);
    expect(await signIn(person, person.userId, { counter: 3, userHandle: null })).toEqual(holder);
  });

  it.each<[string, Answering]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another name', { rpId: 'evil.example' }],
    ['nobody verified', { verified: false }],
    ['no account named', { userHandle: null }],
    ['another account named', { userHandle: crypto.randomUUID() }],
  ])('is refused with %s', async (_, answering) => {
    expect(await signIn(await registered(), null, answering)).toBeNull();
  });

  it('is refused when the counter stands still or goes back, and counts on from there', async () => {
    const person = await registered();
    expect(await signIn(person, null, { counter: 5 })).not.toBeNull();
    expect(await signIn(person, null, { counter: 5 })).toBeNull();
    expect(await signIn(person, null, { counter: 4 })).toBeNull();
    expect(await signIn(person, null, { counter: 0 })).toBeNull();
    expect(await signIn(person, null, { counter: 6 })).not.toBeNull();
  });

  it('an authenticator that does not count (always 0) stays usable', async () => {
    const person = await registered();
    for (let time = 0; time < 2; time += 1) expect(await signIn(person, null, { counter: 0 })).not.toBeNull();
  });

  it('a challenge is good once, also after a wrong answer, and for what it was made', async () => {
    const person = await registered();
    const asked = await beginAuthentication(services, null);
    const answer = (counter: number, more: Answering = {}) => ({
      challengeId: asked.challengeId,
      response: person.authenticator.answer(asked.options.challenge, { counter, ...more }),
    });
    expect(await checkPasskey(services, answer(1), person.userId)).toBeNull();
    expect(await checkPasskey(services, answer(1), null)).not.toBeNull();
    expect(await checkPasskey(services, answer(2), null)).toBeNull();
    const second = await beginAuthentication(services, null);
    const wrong = { challengeId: second.challengeId, response: answer(3).response };
    expect(await checkPasskey(services, wrong, null)).toBeNull();
    const right = person.authenticator.answer(second.options.challenge, { counter: 3 });
    expect(await checkPasskey(services, { ...wrong, response: right }, null)).toBeNull();
    const third = await beginAuthentication(services, null);
    await admin`update auth.passkey_challenges set expires_at = now() - interval '1 second'`;
    const late = person.authenticator.answer(third.options.challenge, { counter: 9 });
    expect(await checkPasskey(services, { ...third, response: late }, null)).toBeNull();
  });

  it('a challenge for a new passkey, or for a second factor, serves for nothing else', async () => {
    const person = await registered();
    const register = await beginRegistration(services, person);
    const response = person.authenticator.answer(register.options.challenge);
    expect(await checkPasskey(services, { ...register, response }, person.userId)).toBeNull();
    const confirm = await beginAuthentication(services, person.userId);
    const made = softwareAuthenticator(relyingParty, person.userId).register(confirm.options.challenge);
    const added = addPasskey(services, person, { ...confirm, response: made, name: 'x' });
    await expect(added).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it("another person's passkey is no second factor, and an unknown one is nobody's", async () => {
    const [person, other] = [await registered(), await registered()];
    expect(await signIn(other, person.userId)).toBeNull();
    expect(await signIn(await newPerson())).toBeNull();
    for (const challengeId of ['', 'x', crypto.randomUUID()])
      expect(await checkPasskey(services, { challengeId, response: 'x' }, null)).toBeNull();
  });

  it('a signature that was changed is refused', async () => {
    const person = await registered();
    const { challengeId, options } = await beginAuthentication(services, null);
    const answer = JSON.parse(person.authenticator.answer(options.challenge));
    const bytes = Buffer.from(answer.response.signature, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    answer.response.signature = bytes.toString('base64url');
    expect(await checkPasskey(services, { challengeId, response: JSON.stringify(answer) }, null)).toBeNull();
  });
});

it('challenges that are over are deleted, others stay', async () => {
  const [over, open] = [await beginAuthentication(services, null), await beginAuthentication(services, null)];
  await admin`update auth.passkey_challenges set expires_at = now() - interval '1 second'
    where challenge_id = ${over.challengeId}`;
  await withAuth(database, deleteOldChallenges);
  const left = await admin<{ id: string }[]>`select challenge_id as id from auth.passkey_challenges`;
  const ids = left.map(({ id }) => id);
  expect([ids.includes(over.challengeId), ids.includes(open.challengeId)]).toEqual([false, true]);
});

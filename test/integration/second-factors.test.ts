import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { removePasskey } from '~/modules/organizations/commands/change-passkeys';
import { changeSecondFactorRequired } from '~/modules/organizations/commands/change-sign-in-policy';
import { checkCode } from '~/modules/organizations/commands/check-code';
import { makeRecoveryCodes } from '~/modules/organizations/commands/make-recovery-codes';
import { confirmApp, proposeApp, removeApp } from '~/modules/organizations/commands/set-up-app';
import { getProposedApp, getSecondFactors } from '~/modules/organizations/queries/get-second-factors';
import { getSignInPolicy } from '~/modules/organizations/queries/get-sign-in-policy';
import { sessionStageOf } from '~/modules/organizations/queries/session-stage';
import { createSealer } from '~/sealing.server';

const db = await openTestDatabase();
const { database } = db;
const admin = postgres(db.urls.admin, { max: 2, onnotice: () => {} });
afterAll(() => admin.end());
const services = { database, sealer: createSealer({ passwordPeppers: [TEST_PEPPER] }) };
const NOW = new Date('2026-11-22T12:00:10Z');
const at = (steps: number) => new Date(NOW.getTime() + steps * 30_000);

let people = 0;
/** Somebody new with two sessions; the first is the one that makes changes. */
async function newPerson() {
  people += 1;
  const [userId, email] = [crypto.randomUUID(), `person${people}@example.org`];
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${email}, 'Jo')`;
  const key = (name: string) => createHash('sha256').update(`${userId} ${name}`).digest('hex');
  const [sessionKey, other] = [key('this'), key('other')];
  for (const hash of [sessionKey, other])
    await admin`insert into auth.sessions (session_hash, user_id, expires_at, absolute_expires_at)
      values (${hash}, ${userId}, now() + interval '1 day', now() + interval '2 days')`;
  return { userId, email, sessionKey };
}
type Person = Awaited<ReturnType<typeof newPerson>>;

const totpOf = (key: string) => new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
const codeAt = (key: string, moment: Date) => totpOf(key).generate({ timestamp: moment.getTime() });
/** The key of a newly set up app, whose first code was that of NOW, and the recovery codes that came with it. */
async function withApp(person: Person) {
  await proposeApp(services, person.userId);
  const key = (await getProposedApp(services, person))?.key ?? '';
  const codes = await confirmApp(services, person, { text: codeAt(key, NOW), now: NOW });
  return { key, codes };
}
const sessionsOf = async ({ userId }: Person) =>
  (
    await admin<{ hash: string }[]>`select session_hash as hash from auth.sessions where user_id = ${userId}`
  ).map(({ hash }) => hash);
const lettersTo = async ({ userId }: Person) =>
  (await admin<{ kind: string }[]>`select kind from auth.mail_queue where subject_id = ${userId}`).map(
    ({ kind }) => kind,
  );
async function join(person: Person, organizationId: string, role = 'owner', breakGlass = false) {
  await admin`insert into auth.memberships (organization_id, user_id, role, break_glass)
    values (${organizationId}, ${person.userId}, ${role}, ${breakGlass})`;
}
async function addPasskeyRow({ userId }: Person, id = crypto.randomUUID()) {
  await admin`insert into auth.passkeys (credential_id, user_id, public_key, name)
    values (${id}, ${userId}, '\\x00', 'Key')`;
  return id;
}

describe('an authenticator app', () => {
  it('counts from its first right code on: stored sealed, other sessions ended, a letter sent', async () => {
    const person = await newPerson();
    await proposeApp(services, person.userId);
    const proposed = await getProposedApp(services, person);
    expect(await sessionStageOf(database, person.userId)).toBe('full');
    expect(await checkCode(services, { ...person, text: codeAt(proposed?.key ?? '', NOW), now: NOW })).toBe(
      false,
    );
    const wrong = confirmApp(services, person, { text: '000000', now: NOW });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await sessionsOf(person)).toHaveLength(2);
    const codes = await confirmApp(services, person, { text: codeAt(proposed?.key ?? '', NOW), now: NOW });
    expect(codes).toHaveLength(10);
    expect(await sessionStageOf(database, person.userId)).toBe('second_factor');
    expect(await sessionsOf(person)).toEqual([person.sessionKey]);
    expect(await lettersTo(person)).toEqual(['second-factor-changed']);
    const stored = await admin`select t::text from auth.totp_secrets t where user_id = ${person.userId}`;
    expect(JSON.stringify(stored)).not.toContain(proposed?.key.replaceAll(' ', ''));
    expect(await getProposedApp(services, person)).toBeNull();
  });

  it('takes each code once, one step either way, and none of before the last', async () => {
    const person = await newPerson();
    const { key } = await withApp(person);
    const check = (codeOf: Date, now: Date) =>
      checkCode(services, { ...person, text: codeAt(key, codeOf), now });
    expect(await check(at(0), at(0))).toBe(false);
    expect(await check(at(1), at(0))).toBe(true);
    expect(await check(at(1), at(1))).toBe(false);
    expect(await check(at(0), at(1))).toBe(false);
    expect(await check(at(3), at(5))).toBe(false);
    expect(await check(at(4), at(5))).toBe(true);
    expect(await check(at(7), at(5))).toBe(false);
    expect(await check(at(5), at(5))).toBe(true);
  });

  it('takes a code once of many who come with it at the same time', async () => {
    const person = await newPerson();
    const { key } = await withApp(person);
    const typed = { userId: person.userId, text: codeAt(key, at(2)), now: at(2) };
    const taken = await Promise.all(Array.from({ length: 5 }, () => checkCode(services, typed)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("is nobody else's: another person's code and key do not count", async () => {
    const [one, other] = [await newPerson(), await newPerson()];
    const { key } = await withApp(one);
    await withApp(other);
    expect(await checkCode(services, { userId: other.userId, text: codeAt(key, at(3)), now: at(3) })).toBe(
      false,
    );
    await admin`update auth.totp_secrets set sealed_secret =
      (select sealed_secret from auth.totp_secrets where user_id = ${one.userId}) where user_id = ${other.userId}`;
    const moved = checkCode(services, { userId: other.userId, text: codeAt(key, at(3)), now: at(3) });
    await expect(moved).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is changed for another without a gap, and the recovery codes stay', async () => {
    const person = await newPerson();
    const { key, codes } = await withApp(person);
    await proposeApp(services, person.userId);
    expect(await checkCode(services, { ...person, text: codeAt(key, at(1)), now: at(1) })).toBe(true);
    const next = await withApp(person);
    expect(next.codes).toBeNull();
    expect(await checkCode(services, { ...person, text: codeAt(key, at(2)), now: at(2) })).toBe(false);
    expect(await checkCode(services, { ...person, text: codeAt(next.key, at(2)), now: at(2) })).toBe(true);
    expect(await checkCode(services, { ...person, text: codes?.[0] ?? '' })).toBe(true);
  });

  it('that was proposed too long ago has to be begun again', async () => {
    const person = await newPerson();
    await proposeApp(services, person.userId);
    const key = (await getProposedApp(services, person))?.key ?? '';
    await admin`update auth.totp_set_ups set created_at = now() - interval '31 minutes'`;
    const late = confirmApp(services, person, { text: codeAt(key, NOW), now: NOW });
    await expect(late).rejects.toThrow('took too long');
  });
});

describe('recovery codes', () => {
  it('count once each, for their owner alone, and only their hashes are stored', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const { codes } = await withApp(person);
    await withApp(other);
    const [first = '', second = ''] = codes ?? [];
    expect(await checkCode(services, { ...other, text: first })).toBe(false);
    expect(await checkCode(services, { ...person, text: first.toLowerCase().replaceAll('-', ' ') })).toBe(
      true,
    );
    expect(await checkCode(services, { ...person, text: first })).toBe(false);
    const rows = await admin`select r::text from auth.recovery_codes r`;
    for (const code of codes ?? []) {
      expect(JSON.stringify(rows)).not.toContain(code);
      expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    }
    const made = await makeRecoveryCodes(database, person);
    expect(new Set([...(codes ?? []), ...made]).size).toBe(20);
    expect(await checkCode(services, { ...person, text: second })).toBe(false);
    expect(await checkCode(services, { ...person, text: made[0] ?? '' })).toBe(true);
    expect((await getSecondFactors(database, person.userId)).recoveryCodes).toBe(9);
    expect(await lettersTo(person)).toHaveLength(4);
  });

  it('end every session that there is, and a letter says so', async () => {
    const person = await newPerson();
    const { key, codes } = await withApp(person);
    expect(await checkCode(services, { ...person, text: codeAt(key, at(1)), now: at(1) })).toBe(true);
    expect(await sessionsOf(person)).toEqual([person.sessionKey]);
    expect(await checkCode(services, { ...person, text: codes?.[0] ?? '' })).toBe(true);
    expect(await sessionsOf(person)).toEqual([]);
    expect(await lettersTo(person)).toEqual(['second-factor-changed', 'second-factor-changed']);
  });

  it('are not made without a factor, and go with the last one', async () => {
    const person = await newPerson();
    await expect(makeRecoveryCodes(database, person)).rejects.toMatchObject({ kind: 'conflict' });
    const { codes } = await withApp(person);
    await removeApp(services, person);
    expect(await sessionStageOf(database, person.userId)).toBe('full');
    expect(await checkCode(services, { ...person, text: codes?.[0] ?? '' })).toBe(false);
  });
});

describe('the last factor', () => {
  it.each([
    ['the organization asks for one', { second: true, sso: false, breakGlass: false }, true],
    [
      'single sign-on is required and the member may come without it',
      { second: false, sso: true, breakGlass: true },
      true,
    ],
    ['single sign-on is required of the member', { second: false, sso: true, breakGlass: false }, false],
    ['nothing is asked', { second: false, sso: false, breakGlass: false }, false],
  ])('when %s', async (_, { second, sso, breakGlass }, isKept) => {
    const person = await newPerson();
    const { organizationId } = await db.newOrganization();
    await join(person, organizationId, 'owner', breakGlass);
    await withApp(person);
    const passkey = await addPasskeyRow(person);
    await admin`update auth.organization_directory set second_factor_required = ${second}, sso_required = ${sso}
      where organization_id = ${organizationId}`;
    await removeApp(services, person);
    const last = removePasskey(database, person, passkey);
    if (!isKept) return last;
    await expect(last).rejects.toMatchObject({ kind: 'conflict' });
    expect((await getSecondFactors(database, person.userId)).passkeys).toHaveLength(1);
  });

  it('stays when both are removed at the same time', async () => {
    const person = await newPerson();
    const { organizationId } = await db.newOrganization();
    await join(person, organizationId);
    await withApp(person);
    const passkey = await addPasskeyRow(person);
    await admin`update auth.organization_directory set second_factor_required = true
      where organization_id = ${organizationId}`;
    const outcomes = await Promise.allSettled([
      removeApp(services, person),
      removePasskey(database, person, passkey),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it("nobody removes another person's passkey", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const passkey = await addPasskeyRow(other);
    await expect(removePasskey(database, person, passkey)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the policy of an organization', () => {
  it('is switched on by somebody who has a factor, is audited, and counts members without one', async () => {
    const { organizationId, slug } = await db.newOrganization();
    const [owner, member] = [await newPerson(), await newPerson()];
    await join(owner, organizationId);
    await join(member, organizationId, 'employee');
    const viewer = (person: Person) =>
      ({ kind: 'user', id: person.userId, organization: { id: organizationId, slug, name: slug } }) as const;
    const view = () => getSignInPolicy(database, { organizationId, userId: owner.userId });
    expect(await view()).toMatchObject({
      members: 2,
      without: 2,
      readerHas: false,
      secondFactorRequired: false,
    });
    const early = changeSecondFactorRequired(database, viewer(owner), true);
    await expect(early).rejects.toMatchObject({ kind: 'conflict' });
    await withApp(owner);
    const byEmployee = changeSecondFactorRequired(database, viewer(member), true);
    await expect(byEmployee).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await changeSecondFactorRequired(database, viewer(owner), true)).toBe(true);
    expect(await changeSecondFactorRequired(database, viewer(owner), true)).toBe(false);
    expect(await view()).toMatchObject({
      members: 2,
      without: 1,
      readerHas: true,
      secondFactorRequired: true,
    });
    const entries = await admin<{ action: string; details: unknown }[]>`
      select action, details from audit_entries where organization_id = ${organizationId}`;
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries[0]?.details)).toContain('secondFactorRequired');
    expect(await changeSecondFactorRequired(database, viewer(owner), false)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { readLog } from '../audit/tamper';
import { accountScene, cookieOf } from './account-scene';
import { normalised } from './normalise';

const web = await openTestWeb({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { admin, ask, letters, pathIn } = accountScene(web);
const FORM = { organization: 'Nord & Süd B.V.', slug: '', name: 'Jo Berg', password: TEST_PASSWORD };
const signUp = (email: string, more: Readonly<Record<string, string>> = {}) =>
  ask('/signup', { ...FORM, email, ...more });
const dump = async () =>
  JSON.stringify(
    await admin`select s::text from auth.sign_ups s union all select m::text from auth.mail_queue m`,
  );

describe('signing up', () => {
  it('makes organization, person and owner once the address is confirmed, and once only', async () => {
    expect((await signUp('jo@example.org')).status).toBe(200);
    const [letter, ...others] = await letters();
    expect([letter?.to, others]).toEqual(['jo@example.org', []]);
    const path = pathIn(letter);
    expect(path).toMatch(/^\/signup\/[\w-]{43}$/);
    const stored = await dump();
    expect(stored).not.toContain(path.split('/')[2]);
    expect(stored).not.toContain(TEST_PASSWORD);
    // Programs that read mail follow links.
    for (const _ of [1, 2]) expect((await web.send(path)).status).toBe(200);
    const wrong = await ask(path, { password: 'not what was chosen' });
    expect([wrong.status, wrong.cookies]).toEqual([422, []]);
    const done = await ask(path, { password: TEST_PASSWORD });
    expect([done.status, done.headers.location]).toEqual([302, '/o/nord-sud-b-v']);
    const cookie = cookieOf(done);
    expect((await web.send('/o/nord-sud-b-v/settings/members', { cookie })).body).toContain('jo@example.org');
    expect((await web.send('/o/nord-sud-b-v/settings/members')).status).toBe(302);
    const organizationId = await getOrganizationId(web.db.database, 'nord-sud-b-v');
    const log = await readLog((work) => web.db.tenant(organizationId, work));
    expect(log.map(({ actorKind, action }) => `${actorKind} ${action}`)).toEqual([
      'user organization.create',
    ]);
    expect((await ask(path, { password: TEST_PASSWORD })).status).toBe(404);
    expect((await web.send(path)).status).toBe(404);
    expect(web.logLines.join('')).not.toContain(path.split('/')[2]);
  });

  it('leads an owner to the first steps, and says to each role that there are no people yet', async () => {
    await signUp('first@example.org', { slug: 'empty' });
    const path = pathIn((await letters())[0]);
    const cookie = cookieOf(await ask(path, { password: TEST_PASSWORD }));
    expect((await web.send(path)).body).toContain('This link has been used or is over');
    expect((await web.send('/o/empty', { cookie })).body).toContain('First steps');
    expect((await web.send('/o/empty/settings/tokens', { cookie })).body).toContain('You are the only one');
    const members = '/o/empty/settings/members';
    const asked = { intent: 'invite', email: 'dora@example.org', role: 'director' };
    const refused = await ask(members, asked, { cookie });
    expect([refused.status, refused.body.includes('there are none yet')]).toEqual([422, true]);
    expect(refused.body).toContain('value="dora@example.org"');
    const organizationId = await getOrganizationId(web.db.database, 'empty');
    for (const [role, words] of [
      ['hr_partner', 'href="/o/empty/imports"'],
      ['director', 'there is nothing for you to do'],
      ['executive', 'there is nothing for you to do'],
    ] as const) {
      await admin`insert into auth.memberships (organization_id, user_id, role)
        values (${organizationId}, ${web.a.members[role].userId}, ${role})`;
      const { body } = await web.send('/o/empty/heatmap', { cookie: await web.signInAs(role) });
      expect([body.includes(words), body.includes('being computed')]).toEqual([true, false]);
    }
  });

  it('says the same of an address that has an account; only its holder learns of it', async () => {
    const known = web.a.members.hr_partner.email;
    const [one, other] = [
      await signUp(known, { slug: 'new' }),
      await signUp('new@example.org', { slug: 'new' }),
    ];
    expect(normalised(one, [known])).toBe(normalised(other, ['new@example.org']));
    const sent = await letters();
    expect(sent.map(({ to, link }) => [to, link?.replace(/[\w-]{43}/, 'T')])).toEqual([
      [known, `${web.origin}/login`],
      ['new@example.org', `${web.origin}/signup/T`],
    ]);
    const [row] = await admin`select name from auth.users where email = ${known}`;
    expect(row?.['name']).not.toBe(FORM.name);
    expect(await dump()).not.toContain(known);
  });

  it('is followed by two at once as one', async () => {
    await signUp('twice@example.org', { slug: 'twice' });
    const path = pathIn((await letters())[0]);
    const confirm = () => ask(path, { password: TEST_PASSWORD });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    const rows = await admin`select user_id from auth.memberships join auth.users using (user_id)
      where email = 'twice@example.org'`;
    expect(rows).toHaveLength(1);
  });

  it('never hands over an organization that has the address: another one is asked for', async () => {
    await signUp('early@example.org', { slug: 'wanted' });
    await signUp('late@example.org', { slug: 'wanted' });
    const [early, late] = (await letters()).map(pathIn);
    expect((await ask(early ?? '', { password: TEST_PASSWORD })).status).toBe(302);
    const taken = await ask(late ?? '', { password: TEST_PASSWORD });
    expect([taken.status, taken.body.includes('is taken')]).toEqual([422, true]);
    const other = await ask(late ?? '', { password: TEST_PASSWORD, slug: 'second' });
    expect(other.headers.location).toBe('/o/second');
    const members = (await web.send('/o/second/settings/members', { cookie: cookieOf(other) })).body;
    expect(members).not.toContain('early@example.org');
    expect((await signUp('third@example.org', { slug: web.a.slug })).body).toContain('is taken');
  });

  it('is over after 24 hours', async () => {
    await signUp('slow@example.org', { slug: 'slow' });
    const path = pathIn((await letters())[0]);
    await admin`update auth.sign_ups set expires_at = now() where email = 'slow@example.org'`;
    expect((await web.send(path)).status).toBe(404);
    expect((await ask(path, { password: TEST_PASSWORD })).status).toBe(404);
  });

  it.each([
    ['a short password', { password: 'short' }, 'At least 12 characters'],
    ['a common password', { password: 'qwerty123456' }, 'Many people use this password'],
    ['the name of the organization', { password: 'Nord & Süd B.V.1' }, 'name of your organization'],
    ['no name', { name: ' ' }, 'Enter your name'],
    ['a name that is no slug', { organization: '!?', slug: '' }, 'Use small letters'],
    ['no address', { email: 'nobody' }, 'Enter an e-mail address'],
  ])('refuses %s, and keeps nothing', async (_, fields, sentence) => {
    const answer = await signUp('wrong@example.org', fields);
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true]);
    if ('password' in fields) expect(answer.body).not.toContain(fields.password);
    expect(await letters()).toEqual([]);
  });

  it('sends few letters to one address, and tells nobody', async () => {
    const answers = [];
    for (const number of [1, 2, 3, 4, 5])
      answers.push(await signUp('flooded@example.org', { slug: `flood-${number}` }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await letters()).toHaveLength(3);
  });
});

import { describe, expect, it } from 'vitest';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { membersScene } from './members-scene';

const web = await openTestWeb();
const { a } = web;
const { admin, age, ask, change, mailsAbout, newMember, page: PAGE, rightsOf } = membersScene(web);

const invited = async (email: string) =>
  (await admin`select 1 from auth.invitations where email = ${email}`).length;

/** The fields of the form that makes the change which the page shows. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes('name="sure"')) ?? '';
  const inputs = [...form.matchAll(/name="([a-z]+)" value="([^"]*)"/gu)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

describe('a member is taken out, or becomes an owner, at a second look', () => {
  it('one click removes nobody: the page says what follows, and its form removes', async () => {
    const cookie = await web.signInAs('owner');
    const member = await newMember('employee');
    const first = await ask(cookie, { intent: 'remove', member: member.userId });
    const look = first.headers.location ?? '';
    expect([first.status, look]).toEqual([302, `${PAGE}?member=${member.userId}&look=remove`]);
    expect((await rightsOf(member.userId))?.role).toBe('employee');
    const { body } = await web.send(look, { cookie });
    for (const words of ['does not open to', 'sessions end', 'only an invitation leads back'])
      expect(body).toContain(words);
    expect(body).toMatch(/>Remove Member \d+<\/button>/u);
    const done = await ask(cookie, fieldsOf(body));
    expect([done.status, done.headers.location]).toEqual([302, `${PAGE}?done=remove`]);
    expect(await rightsOf(member.userId)).toBeUndefined();
  });

  it('making an owner and taking that away are shown with the rights that change', async () => {
    const cookie = await web.signInAs('owner');
    const { userId } = await newMember('employee');
    for (const [role, before, words] of [
      ['owner', 'employee', 'May delete the organization'],
      ['admin', 'owner', 'other owner'],
    ] as const) {
      const first = await change(cookie, userId, role, { sure: '' });
      const look = first.headers.location ?? '';
      expect([first.status, look]).toEqual([302, `${PAGE}?member=${userId}&look=change&role=${role}`]);
      expect((await rightsOf(userId))?.role).toBe(before);
      const { body } = await web.send(look, { cookie });
      expect(body).toContain(words);
      await ask(cookie, fieldsOf(body));
      expect((await rightsOf(userId))?.role).toBe(role);
    }
  });

  it('a change that touches no owner is done at once', async () => {
    const cookie = await web.signInAs('owner');
    const { userId } = await newMember('employee');
    const answer = await change(cookie, userId, 'executive', { sure: '' });
    expect(answer.headers.location).toBe(`${PAGE}?done=change`);
    const { body } = await web.send(`${PAGE}?member=${userId}&look=change&role=admin`, { cookie });
    expect([body.includes('name="sure"'), body.includes('Save rights')]).toEqual([false, true]);
  });

  it('an invitation as owner is shown first, any other goes out', async () => {
    const cookie = await web.signInAs('owner');
    const email = 'second.owner@example.org';
    const first = await ask(cookie, { intent: 'invite', email, role: 'owner' });
    expect([first.status, await invited(email)]).toEqual([200, 0]);
    expect(first.body).toContain('as an owner of');
    const done = await ask(cookie, fieldsOf(first.body));
    expect([done.headers.location, await invited(email)]).toEqual([`${PAGE}?done=invite`, 1]);
    await ask(cookie, { intent: 'invite', email: 'third@example.org', role: 'admin' });
    expect(await invited('third@example.org')).toBe(1);
  });
});

describe('a session that is older than ten minutes', () => {
  it('takes nobody out until its owner confirmed who they are, and then comes back to the page', async () => {
    const owner = await newMember('owner');
    const member = await newMember('employee');
    await age(owner.userId, 11);
    const sure = { intent: 'remove', member: member.userId, sure: 'yes' };
    const look = (await ask(owner.cookie, sure)).headers.location ?? '';
    expect(look).toBe(`${PAGE}?member=${member.userId}&look=remove`);
    expect((await rightsOf(member.userId))?.role).toBe('employee');
    const { body } = await web.send(look, { cookie: owner.cookie });
    const confirm = '/account/security/confirm';
    expect(body).toContain(`${confirm}?why=change&amp;next=${encodeURIComponent(look)}`);
    expect(body).not.toMatch(/>Remove Member \d+<\/button>/u);
    const proved = await ask(owner.cookie, { proof: TEST_PASSWORD, next: look }, confirm);
    expect(proved.headers.location).toBe(look);
    const done = await ask(proved.cookies[0] ?? '', sure);
    expect(done.headers.location).toBe(`${PAGE}?done=remove`);
    expect(await rightsOf(member.userId)).toBeUndefined();
    expect(await mailsAbout(member.userId)).toEqual(['member-removed']);
  });

  it('makes and invites no owner, and changes other rights as before', async () => {
    const owner = await newMember('owner');
    const { userId } = await newMember('employee');
    await age(owner.userId, 11);
    await change(owner.cookie, userId, 'owner');
    expect((await rightsOf(userId))?.role).toBe('employee');
    const email = 'late.owner@example.org';
    await ask(owner.cookie, { intent: 'invite', email, role: 'owner', sure: 'yes' });
    expect(await invited(email)).toBe(0);
    await change(owner.cookie, userId, 'admin', { sure: '' });
    expect((await rightsOf(userId))?.role).toBe('admin');
    await age(owner.userId, 9);
    await change(owner.cookie, userId, 'owner');
    expect((await rightsOf(userId))?.role).toBe('owner');
  });

  it('an administrator and the last owner are refused before they are asked anything', async () => {
    const administrator = await newMember('admin');
    await age(administrator.userId, 11);
    const owner = a.members.owner.userId;
    expect((await ask(administrator.cookie, { intent: 'remove', member: owner })).status).toBe(403);
  });
});

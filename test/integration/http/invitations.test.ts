import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { membersScene } from './members-scene';

const web = await openTestWeb();
const { a, b } = web;
const { admin, ask, invitation, log, mailsAbout, page: PAGE, rightsOf } = membersScene(web);
const owner = a.members.owner.userId;
const lastEntry = async () => (await log()).at(-1);

describe('invitations', () => {
  it('are kept without a token until the letter goes out, and asked for once', async () => {
    const cookie = await web.signInAs('owner');
    const asked = { intent: 'invite', email: ' New.Person@example.org ', role: 'hr_partner' };
    expect((await ask(cookie, asked)).status).toBe(302);
    const [row] = await admin`select * from auth.invitations where email = 'New.Person@example.org'`;
    expect(row).toMatchObject({ role: 'hr_partner', token_hash: null, invited_by: owner });
    expect(await mailsAbout(row?.['invitation_id'])).toEqual(['invitation']);
    expect(await lastEntry()).toMatchObject({ action: 'member.invite', subjectId: row?.['invitation_id'] });
    const again = await ask(cookie, { ...asked, email: 'new.person@EXAMPLE.org' });
    expect([again.status, again.body.includes('has an invitation already')]).toEqual([422, true]);
    expect(again.body).toMatch(/value="new\.person@EXAMPLE\.org"/);
    expect(again.body).toMatch(/<option value="hr_partner" selected/);
    const known = await ask(cookie, { ...asked, email: a.members.executive.email });
    expect([known.status, known.body.includes('is a member already')]).toEqual([422, true]);
    for (const email of ['', 'nobody', 'a@b c', 'x@y\r\nBcc: z@z'])
      expect((await ask(cookie, { ...asked, email })).status).toBe(422);
    const listed = (await web.send(PAGE, { cookie })).body;
    expect(listed).toContain('New.Person@example.org');
  });

  it('make an account, once: the link is void afterwards', async () => {
    const { path, id } = await invitation('fresh@example.org', 'hr_partner');
    const shown = await web.send(path);
    expect([shown.status, shown.body.includes(a.name)]).toEqual([200, true]);
    const weak = await ask('', { name: 'Fresh Face', password: 'short' }, path);
    expect([weak.status, weak.cookies]).toEqual([422, []]);
    const taken = await ask('', { name: 'Fresh Face', password: TEST_PASSWORD }, path);
    expect([taken.status, taken.headers.location]).toEqual([302, `/o/${a.slug}`]);
    const cookie = taken.cookies[0] ?? '';
    expect((await web.send(PAGE, { cookie })).status).toBe(200);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'member.join', actorKind: 'user' });
    expect(JSON.parse(entry?.details ?? '')).toEqual({ invitation: id, role: 'hr_partner', teamScope: [] });
    const used = await ask('', { name: 'Second', password: TEST_PASSWORD }, path);
    expect([used.status, used.body.includes('This link has been used or is over')]).toEqual([404, true]);
  });

  it('are accepted once only, also by two requests at the same moment', async () => {
    const { path } = await invitation('twice@example.org');
    const sent = { name: 'Twice', password: TEST_PASSWORD };
    const statuses = (await Promise.all([ask('', sent, path), ask('', sent, path)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([302, 404]);
  });

  it('add a second organization to an account, with a new session id', async () => {
    const { email } = b.members.executive;
    const { path } = await invitation(email.toUpperCase());
    const out = await web.send(path);
    expect(out.body).toContain('/login?next=/invite/');
    const refused = await ask('', { name: 'Impostor', password: TEST_PASSWORD }, path);
    expect([refused.status, refused.cookies]).toEqual([422, []]);
    const before = await web.signIn(email);
    const userId = b.members.executive.userId;
    await admin`update auth.sessions set created_at = now() - interval '1 hour' where user_id = ${userId}`;
    const answer = await ask(before, {}, path);
    // Accepting proves nothing: what needs a sign-in of the last minutes asks for one.
    const old = await admin`select from auth.sessions
      where user_id = ${userId} and created_at < now() - interval '59 minutes'`;
    expect(old).toHaveLength(1);
    expect([answer.status, answer.headers.location]).toEqual([302, `/o/${a.slug}`]);
    expect(answer.cookies[0]).not.toBe(before);
    expect((await web.send('/o', { cookie: before })).status).toBe(302);
    const choice = await web.send('/o', { cookie: answer.cookies[0] ?? '' });
    expect([choice.body.includes(a.name), choice.body.includes(b.name)]).toEqual([true, true]);
  });

  it('tell the wrong person neither whom they are for nor where they lead', async () => {
    const { path, token } = await invitation('somebody.else@example.org');
    const wrong = await web.signInAs('employee', b);
    for (const answer of [await web.send(path, { cookie: wrong }), await ask(wrong, {}, path)]) {
      expect(answer.body).toContain('another address');
      expect(answer.body).not.toContain('somebody.else');
      expect(answer.body).not.toContain(a.name);
    }
    expect((await admin`select from auth.invitations where email = 'somebody.else@example.org'`).count).toBe(
      1,
    );
    expect(web.logLines.join('\n')).not.toContain(token);
  });

  it('that are used, over, taken back or never were: the same 404, but for the request', async () => {
    const cookie = await web.signInAs('owner');
    const [over, back, again] = [
      await invitation('over@example.org'),
      await invitation('back@example.org'),
      await invitation('again@example.org'),
    ];
    await admin`update auth.invitations set expires_at = now() - interval '1 second' where invitation_id = ${over.id}`;
    expect((await ask(cookie, { intent: 'revoke', invitation: back.id })).status).toBe(302);
    expect(await lastEntry()).toMatchObject({ action: 'member.invite_revoke', subjectId: back.id });
    expect((await ask(cookie, { intent: 'again', invitation: again.id })).status).toBe(302);
    const absent = `/invite/${randomBytes(32).toString('base64url')}`;
    const bodies = [];
    for (const path of [absent, over.path, back.path, again.path]) {
      const answer = await web.send(path);
      expect(answer.status).toBe(404);
      const strip = (text: string) =>
        text.replaceAll(path.slice(8), 'TOKEN').replaceAll(/[0-9a-f-]{36}|nonce="[^"]*"|\d{10,}/g, '');
      bodies.push(strip(answer.body));
    }
    expect(new Set(bodies).size).toBe(1);
    expect((await ask(cookie, { intent: 'revoke', invitation: back.id })).status).toBe(404);
  });

  it('are not accepted by who made them', async () => {
    const { path } = await invitation(a.members.owner.email, 'hr_partner');
    expect((await ask(await web.signInAs('owner'), {}, path)).status).toBe(422);
    expect((await rightsOf(owner))?.role).toBe('owner');
  });
});

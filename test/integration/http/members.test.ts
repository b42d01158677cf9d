import { describe, expect, it } from 'vitest';
import type { SeededOrganization } from '#test/factories/seed-organization';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { membersScene } from './members-scene';

const web = await openTestWeb();
const { a, b } = web;
const { admin, ask, change, log, mailsAbout, newMember, page: PAGE, rightsOf } = membersScene(web);
const owner = a.members.owner.userId;
const lastEntry = async () => (await log()).at(-1);

describe('changing members', () => {
  it('takes effect at once: rights, an entry in the log, a letter, and sessions that open it no more', async () => {
    const cookie = await web.signInAs('owner');
    const member = await newMember('employee');
    const answer = await change(cookie, member.userId, 'executive', { grant: 'bench:names' });
    expect([answer.status, answer.headers.location]).toEqual([302, `${PAGE}?done=change`]);
    expect(await rightsOf(member.userId)).toEqual({
      role: 'executive',
      team_scope: [],
      grants: ['bench:names'],
    });
    const again = await web.send(`/o/${a.slug}/heatmap`, { cookie: member.cookie });
    expect([again.status, again.headers.location]).toEqual([
      302,
      `/account/security/confirm?why=rights&next=${encodeURIComponent(`/o/${a.slug}/heatmap`)}`,
    ]);
    expect(await mailsAbout(member.userId)).toEqual(['member-changed']);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'member.change', actorId: owner, subjectId: member.userId });
    expect(JSON.parse(entry?.details ?? '')).toEqual({
      changes: [
        { field: 'role', before: 'employee', after: 'executive' },
        { field: 'grants', before: null, after: 'bench:names' },
      ],
    });
    expect(JSON.stringify(await log())).not.toContain(member.email);
  });

  it('asks for a proof in that organization alone, which begins a new session', async () => {
    const member = await newMember('employee');
    await admin`insert into auth.memberships (organization_id, user_id, role)
      values (${b.organizationId}, ${member.userId}, 'hr_partner')`;
    await change(await web.signInAs('owner'), member.userId, 'hr_partner');
    const [here, there] = [`/o/${a.slug}/heatmap`, `/o/${b.slug}/heatmap`];
    const statuses = async (cookie: string) => [
      (await web.send(here, { cookie })).status,
      (await web.send(`${here}.data`, { cookie })).status,
      (await web.send(there, { cookie })).status,
    ];
    expect(await statuses(member.cookie)).toEqual([302, 202, 200]);
    const confirm = '/account/security/confirm';
    const wrong = await ask(member.cookie, { proof: 'no password of mine', next: here }, confirm);
    expect([wrong.status, await statuses(member.cookie)]).toEqual([422, [302, 202, 200]]);
    const right = await ask(member.cookie, { proof: TEST_PASSWORD, next: here }, confirm);
    const [cookie = ''] = right.cookies;
    expect([right.status, right.headers.location]).toEqual([302, here]);
    expect(await statuses(cookie)).toEqual([200, 200, 200]);
    expect(await statuses(member.cookie)).toEqual([302, 202, 302]);
  });

  it('names the tokens that outlive their maker to whoever can revoke them, and to the maker who leaves', async () => {
    const maker = await newMember('admin');
    await admin`insert into auth.api_tokens
        (token_id, organization_id, token_hash, name, role, expires_at, created_by, needs_approval)
      select gen_random_uuid(), ${a.organizationId}, encode(sha256(name::bytea), 'hex'), name, 'employee',
             now() + interval '1 day', ${maker.userId}, name = 'Waits'
        from unnest(array['Payroll', 'Waits']) as name`;
    const page = async (cookie: string, path: string) => (await web.send(path, { cookie })).body;
    const owner = await web.signInAs('owner');
    expect(await page(owner, PAGE)).toContain('made 1 API token');
    const form = await page(owner, `${PAGE}?member=${maker.userId}`);
    expect([form.includes('Payroll'), form.includes('Waits')]).toEqual([true, false]);
    expect(await page(maker.cookie, `/o/${a.slug}/settings/my-membership`)).toContain('Payroll');
    expect(await page(await web.signInAs('hr_partner'), PAGE)).not.toContain('API token');
  });

  it('a director needs teams of the organization', async () => {
    const cookie = await web.signInAs('owner');
    const { userId } = await newMember('employee');
    expect((await change(cookie, userId, 'director')).status).toBe(422);
    expect((await change(cookie, userId, 'director', { team: b.teams.north })).status).toBe(422);
    expect((await rightsOf(userId))?.role).toBe('employee');
    expect((await change(cookie, userId, 'director', { team: a.teams.north })).status).toBe(302);
    expect((await rightsOf(userId))?.team_scope).toEqual([a.teams.north]);
  });

  it('rights that show others are given by somebody else than their receiver', async () => {
    const other = await newMember('owner');
    for (const [role, more] of [
      ['hr_partner', {}],
      ['director', { team: a.teams.north }],
      ['executive', { grant: 'bench:names' }],
    ] as const) {
      const answer = await change(other.cookie, other.userId, role, more);
      expect([role, answer.status]).toEqual([role, 422]);
      expect(answer.body).toContain('given by somebody else than their receiver');
    }
    expect(await rightsOf(other.userId)).toMatchObject({ role: 'owner', grants: [] });
    expect((await change(other.cookie, other.userId, 'employee')).status).toBe(302);
  });

  it('an administrator neither makes nor touches an owner', async () => {
    const administrator = await newMember('admin');
    const member = await newMember('employee');
    expect((await change(administrator.cookie, member.userId, 'owner')).status).toBe(403);
    expect((await change(administrator.cookie, administrator.userId, 'owner')).status).toBe(403);
    expect((await change(administrator.cookie, owner, 'employee')).status).toBe(403);
    expect((await ask(administrator.cookie, { intent: 'remove', member: owner })).status).toBe(403);
    const asked = { intent: 'invite', email: 'boss@example.org', role: 'owner' };
    expect((await ask(administrator.cookie, asked)).status).toBe(403);
    expect([await rightsOf(owner), await rightsOf(member.userId)]).toMatchObject([
      { role: 'owner' },
      { role: 'employee' },
    ]);
    expect((await change(administrator.cookie, member.userId, 'executive')).status).toBe(302);
  });

  it("another organization's member is not there, and stays as they are", async () => {
    const cookie = await web.signInAs('owner');
    const abroad = b.members.executive.userId;
    const [foreign, absent] = [
      await change(cookie, abroad, 'employee'),
      await change(cookie, crypto.randomUUID(), 'employee'),
    ];
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect((await ask(cookie, { intent: 'remove', member: abroad })).status).toBe(404);
    expect((await rightsOf(abroad, b))?.role).toBe('executive');
  });

  it('somebody who is removed finds nothing on the next request', async () => {
    const cookie = await web.signInAs('owner');
    const member = await newMember('hr_partner');
    expect((await web.send(PAGE, { cookie: member.cookie })).status).toBe(200);
    const removed = await ask(cookie, { intent: 'remove', member: member.userId, sure: 'yes' });
    expect([removed.status, removed.headers.location]).toEqual([302, `${PAGE}?done=remove`]);
    expect((await web.send(PAGE, { cookie: member.cookie })).status).toBe(302);
    expect((await web.send(PAGE, { cookie: await web.signIn(member.email) })).status).toBe(404);
    expect(await mailsAbout(member.userId)).toEqual(['member-removed']);
    expect(await lastEntry()).toMatchObject({ action: 'member.remove', subjectId: member.userId });
  });
});

describe('the last owner', () => {
  const owners = async (of: SeededOrganization) =>
    (
      await admin<{ n: number }[]>`select count(*)::int as n from auth.memberships
        where organization_id = ${of.organizationId} and role = 'owner'`
    )[0]?.n;

  it('cannot leave, be removed or be demoted', async () => {
    const cookie = await web.signInAs('owner', b);
    const { userId } = b.members.owner;
    const page = `/o/${b.slug}/settings/members`;
    const answers = [
      await ask(cookie, { intent: 'change', member: userId, role: 'admin' }, page),
      await ask(cookie, { intent: 'remove', member: userId }, page),
      await ask(cookie, { confirm: 'yes' }, `/o/${b.slug}/settings/my-membership`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(422);
      expect(body).toContain('keeps at least one owner');
    }
    expect(await rightsOf(userId, b)).toMatchObject({ role: 'owner' });
  });

  it('stays however many owners go at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const others = [await newMember('owner', b), await newMember('owner', b)];
      await admin`delete from auth.memberships where organization_id = ${b.organizationId} and role = 'owner'
        and user_id <> all(${others.map(({ userId }) => userId)})`;
      const [one, two] = others;
      if (!one || !two) throw new Error('two owners are needed');
      const page = `/o/${b.slug}/settings/members`;
      const go = (from: typeof one, of: typeof one) =>
        round % 2 === 0
          ? ask(from.cookie, { confirm: 'yes' }, `/o/${b.slug}/settings/my-membership`)
          : ask(from.cookie, { intent: 'change', member: of.userId, role: 'employee', sure: 'yes' }, page);
      const answers = await Promise.all([go(one, two), go(two, one)]);
      // Whose session the other's change has just ended is sent to sign in.
      const done = answers.filter(({ headers }) => /\/o$|done=/.test(headers.location ?? ''));
      expect(done).toHaveLength(1);
      expect(await owners(b)).toBe(1);
    }
  });

  it('somebody who leaves is out, and the log says so', async () => {
    const member = await newMember('employee');
    const leave = `/o/${a.slug}/settings/my-membership`;
    expect((await ask(member.cookie, {}, leave)).status).toBe(422);
    const answer = await ask(member.cookie, { confirm: 'yes' }, leave);
    expect([answer.status, answer.headers.location]).toEqual([302, '/o']);
    expect((await web.send(leave, { cookie: member.cookie })).status).toBe(404);
    expect(await lastEntry()).toMatchObject({ action: 'member.leave', actorId: member.userId });
  });
});

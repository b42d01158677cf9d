import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { listViewsOfPerson } from '~/modules/people/queries/list-views-of-person';

const web = await openTestWeb();
const { a, b } = web;
const erase = (number: number) => `/o/${a.slug}/people/${a.person(number).employeeId}/erase`;
const DELETION = `/o/${a.slug}/settings/deletion`;
const nameOf = async (number: number) =>
  web.db.tenant(a.organizationId, async ({ tx }) => {
    const { employeeId } = a.person(number);
    const rows = await tx
      .selectFrom('employees')
      .select('name')
      .where('employeeId', '=', employeeId)
      .execute();
    return rows[0]?.name ?? '';
  });
const log = async () =>
  web.db.tenant(a.organizationId, ({ tx }) =>
    tx.selectFrom('auditEntries').select(['action', 'details', 'subjectId']).orderBy('sequence').execute(),
  );
const operations = async () =>
  web.db.tenant(a.organizationId, ({ tx }) =>
    tx.selectFrom('operations').select('operationId').where('kind', '=', 'erase-person').execute(),
  );

describe('the record of a person as a file', () => {
  it('holds all that is kept about the person and names nobody else; the log says so', async () => {
    const { employeeId } = a.person(3);
    const cookie = await web.signInAs('employee');
    const answer = await web.send(`/o/${a.slug}/people/${employeeId}/export`, { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const copy = JSON.parse(answer.body);
    expect(copy).toMatchObject({ format: 'cadre.person.1', person: { id: employeeId } });
    expect(copy.employments.length).toBeGreaterThan(0);
    expect(copy.occupations.length).toBeGreaterThan(0);
    expect(copy.profile.dimensions).toHaveLength(12);
    expect(copy.assessments.flatMap(({ ratings }: { ratings: unknown[] }) => ratings).length).toBeGreaterThan(
      0,
    );
    expect(copy.assessments.map(({ state }: { state: string }) => state)).toContain('submitted');
    expect(copy.signIn).toMatchObject({
      membership: { role: 'employee' },
      formerMember: false,
      singleSignOn: [],
      account: { email: a.members.employee.email, hasPassword: true, passkeys: [], recoveryCodesLeft: 0 },
    });
    expect(copy.signIn.account.sessions).toEqual([expect.objectContaining({ method: 'password' })]);
    expect(answer.body).not.toMatch(/argon2|sessionHash|sealedSecret/);
    const others = await web.db.tenant(a.organizationId, ({ tx }) =>
      tx
        .selectFrom('employees')
        .select(['employeeId', 'name', 'externalId'])
        .where('employeeId', '<>', employeeId)
        .execute(),
    );
    const users = Object.values(a.members).map(({ userId }) => userId);
    const named = others.filter((other) =>
      [other.employeeId, `"${other.name}"`, `"${other.externalId}"`].some((text) =>
        answer.body.includes(text),
      ),
    );
    expect(named).toEqual([]);
    expect(users.filter((userId) => answer.body.includes(userId))).toEqual([]);
    expect((await log()).at(-1)).toMatchObject({ action: 'person.export', subjectId: employeeId });
  });
});

describe('the record of somebody else', () => {
  it('says the membership and nothing of the account; a draft of a manager waits, one of the own is in it', async () => {
    const { employeeId } = a.person(3);
    const read = async (key: 'employee' | 'hr_partner') => {
      const cookie = await web.signInAs(key);
      return JSON.parse((await web.send(`/o/${a.slug}/people/${employeeId}/export`, { cookie })).body);
    };
    const before = (await read('employee')).assessments.length;
    await addDrafts(employeeId);
    const [own, foreign] = [await read('employee'), await read('hr_partner')];
    const drafts = own.assessments.filter(({ state }: { state: string }) => state === 'draft');
    expect(drafts).toMatchObject([{ rater: 'self', submittedAt: null }]);
    expect(own.assessments).toHaveLength(before + 1);
    expect(foreign.signIn.membership).toMatchObject({ role: 'employee' });
    expect(foreign.signIn).not.toHaveProperty('account');
  });
});

describe('asking for an erasure', () => {
  it('needs a reason and the name as it is; extra fields change nothing; the rest is the worker’s', async () => {
    const cookie = await web.signInAs('hr_partner');
    const name = await nameOf(14);
    const post = (fields: Readonly<Record<string, string>>) =>
      web.send(erase(14), { ...form(web.origin, fields), cookie });
    for (const fields of [
      {},
      { reason: 'asked' },
      { reason: 'asked', name: `${name}x` },
      { reason: 'fun', name },
    ])
      expect((await post(fields)).status).toBe(422);
    expect(await operations()).toEqual([]);
    const extra = { employeeId: a.person(3).employeeId, organizationId: b.organizationId, state: 'done' };
    const answer = await post({ ...extra, reason: 'asked', name });
    const [operation] = await operations();
    expect([answer.status, answer.headers.location]).toEqual([
      302,
      `/o/${a.slug}/operations/${operation?.operationId}`,
    ]);
    expect((await log()).at(-1)).toMatchObject({
      action: 'person.erase_ask',
      details: { reason: 'asked' },
      subjectId: a.person(14).employeeId,
    });
    const stored = await web.db.tenant(a.organizationId, ({ tx }) =>
      tx.selectFrom('operations').selectAll().where('kind', '=', 'erase-person').execute(),
    );
    expect(stored[0]).toMatchObject({ state: 'queued', input: { employeeId: a.person(14).employeeId } });
    expect((await web.send(answer.headers.location ?? '', { cookie })).body).toContain('Erasure of a person');
  });

  it('needs a sign-in of the last ten minutes, and says where to confirm', async () => {
    const cookie = await web.signInAs('hr_partner');
    const before = await operations();
    const fields = { reason: 'asked', name: await nameOf(16) };
    await withAuth(web.db.database, ({ tx }) =>
      tx
        .updateTable('sessions')
        .set({ createdAt: sql`now() - interval '11 minutes'` })
        .where('userId', '=', a.members.hr_partner.userId)
        .execute(),
    );
    const refused = await web.send(erase(16), { ...form(web.origin, fields), cookie });
    expect([refused.status, refused.body.includes('Confirm that it is you first.')]).toEqual([422, true]);
    const { body } = await web.send(erase(16), { cookie });
    const confirm = `/account/security/confirm?why=change&amp;next=${encodeURIComponent(erase(16))}`;
    expect([body.includes(confirm), body.includes('Name, typed')]).toEqual([true, false]);
    expect(await operations()).toEqual(before);
    const recent = await web.signInAs('hr_partner');
    expect((await web.send(erase(16), { cookie: recent })).body).toContain('Name, typed');
  });

  it('is refused about another organization’s person, about oneself, and about an owner by whoever is none', async () => {
    const cookie = await web.signInAs('hr_partner');
    const before = await operations();
    const abroad = `/o/${a.slug}/people/${b.person(3).employeeId}/erase`;
    const fields = { reason: 'asked', name: 'x' };
    expect((await web.send(abroad, { ...form(web.origin, fields), cookie })).status).toBe(404);
    const link = (userId: string | null) =>
      web.db.tenant(a.organizationId, ({ tx }) =>
        tx
          .updateTable('employees')
          .set({ userId })
          .where('employeeId', '=', a.person(15).employeeId)
          .execute(),
      );
    const person = { reason: 'asked', name: await nameOf(15) };
    await link(a.members.hr_partner.userId);
    expect((await web.send(erase(15), { ...form(web.origin, person), cookie })).status).toBe(422);
    await link(a.members.owner.userId);
    expect((await web.send(erase(15), { ...form(web.origin, person), cookie })).status).toBe(403);
    const owner = await web.signInAs('owner');
    expect((await web.send(erase(15), { ...form(web.origin, person), cookie: owner })).status).toBe(422);
    await link(null);
    expect(await operations()).toEqual(before);
  });
});

describe('deleting the organization', () => {
  it('a copy has the parts that the role reads', async () => {
    const read = async (key: 'owner' | 'hr_partner') =>
      (await web.send(`${DELETION}/copy`, { cookie: await web.signInAs(key) })).body;
    const [owner, hrPartner] = [await read('owner'), await read('hr_partner')];
    expect(owner).not.toContain('{"table":"ratings"');
    expect(owner).toContain('{"table":"audit_entries"');
    expect(hrPartner).toContain('{"table":"ratings"');
    expect(hrPartner).not.toContain('{"table":"audit_entries"');
    for (const body of [owner, hrPartner]) {
      expect(body).toContain(a.canary);
      expect(body).not.toContain(b.canary);
      expect(body.trimEnd().split('\n').at(-1)).toContain('{"end":');
    }
  });

  it('a copy with ratings stands among the views of each person, also of who left; one without does not', async () => {
    const copyBy = async (key: 'owner' | 'hr_partner') =>
      web.send(`${DELETION}/copy`, { cookie: await web.signInAs(key) });
    const ratingsSeen = async () => (await log()).filter(({ action }) => action === 'ratings.view');
    await web.db.tenant(a.organizationId, ({ tx }) =>
      tx
        .updateTable('employments')
        .set({ status: 'left' })
        .where('employeeId', '=', a.person(22).employeeId)
        .execute(),
    );
    await copyBy('hr_partner');
    expect((await ratingsSeen()).at(-1)).toMatchObject({
      details: { role: 'hr_partner', reach: 'all', scope: { kind: 'everybody' } },
    });
    const before = await ratingsSeen();
    await copyBy('owner');
    expect(await ratingsSeen()).toEqual(before);
    const { employeeId } = a.person(3);
    const employee = await web.signInAs('employee');
    const own = await web.send(`/o/${a.slug}/people/${employeeId}`, { cookie: employee });
    expect(own.body).toContain('A copy of everything about everybody');
    const taken = await web.send(`/o/${a.slug}/people/${employeeId}/export`, { cookie: employee });
    expect(JSON.parse(taken.body).seenBy[0]).toMatchObject({ by: 'HR partner' });
    for (const { employeeId: id } of [a.person(3), a.person(22)]) {
      const { views } = await web.db.tenant(a.organizationId, (ctx) =>
        listViewsOfPerson(ctx, { employeeId: id, userId: null, limit: 1, before: null }),
      );
      expect(views).toMatchObject([{ scope: { kind: 'everybody' }, teamName: null }]);
    }
    const audit = await web.send(`/o/${a.slug}/audit`, { cookie: await web.signInAs('hr_partner') });
    expect(audit.body).toContain('everybody, in a copy of the organization');
  });

  it('needs the address, a fresh sign-in and an owner; then every session and token is dead at once', async () => {
    const owner = await web.signInAs('owner');
    const employee = await web.signInAs('employee');
    const token = await web.token('hr_partner');
    const post = (cookie: string, fields: Readonly<Record<string, string>>) =>
      web.send(DELETION, { ...form(web.origin, fields), cookie });
    const right = { copied: 'yes', slug: a.slug };
    expect((await post(await web.signInAs('admin'), right)).status).toBe(403);
    for (const fields of [{}, { slug: a.slug }, { copied: 'yes', slug: b.slug }, { copied: 'yes' }])
      expect((await post(owner, fields)).status).toBe(422);
    await ageSessions(20);
    expect((await post(owner, right)).status).toBe(422);
    expect((await web.send(DELETION, { cookie: owner })).body).toContain('/account/security/confirm');
    const fresh = await web.signInAs('owner');
    const closed = await post(fresh, { ...right, organizationId: b.organizationId });
    expect([closed.status, closed.headers.location]).toEqual([302, '/login?done=deleted']);
    expect((await web.send('/login?done=deleted')).body).toContain('is being deleted');
    for (const cookie of [fresh, employee])
      expect([302, 404]).toContain((await web.send(`/o/${a.slug}/occupations`, { cookie })).status);
    expect((await web.send('/api/v1/me', { token })).status).toBe(401);
    const other = await web.signInAs('owner', b);
    expect((await web.send(`/o/${b.slug}/settings/deletion`, { cookie: other })).status).toBe(200);
  });
});

async function ageSessions(minutes: number): Promise<void> {
  await withAuth(web.db.database, async ({ tx, now }) => {
    await tx
      .updateTable('sessions')
      .set({ createdAt: new Date(now.getTime() - minutes * 60_000) })
      .execute();
  });
}

/** A draft of the person's own, and one of somebody else about the person. */
async function addDrafts(employeeId: string): Promise<void> {
  await web.db.tenant(a.organizationId, async ({ tx }) => {
    const [like] = await tx
      .selectFrom('assessments')
      .selectAll()
      .where('employeeId', '=', employeeId)
      .execute();
    if (!like) throw new Error('nobody rated the person');
    const draft = { state: 'draft', submittedAt: null, cycleId: null, assessedOn: '2020-02-02' };
    for (const [raterKind, raterId] of [
      ['self', employeeId],
      ['manager', a.person(2).employeeId],
    ] as const)
      await tx
        .insertInto('assessments')
        .values({ ...like, ...draft, raterKind, raterId, assessmentId: randomUUID() } as never)
        .execute();
  });
}

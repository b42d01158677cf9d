import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { METHOD_FIELDS, methodTexts } from '~/modules/capability/domain/method-fields';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { InvalidInput } from '~/shared/errors';
import { membersScene } from './members-scene';
import { EXTRA_KEYS, settingsWrites } from './settings-writes';

const web = await openTestWeb();
const { a, b } = web;
const { admin, ask, log, newMember } = membersScene(web);
const base = `/o/${a.slug}`;
const settings = () => web.db.tenant(a.organizationId, getSettings);

/** The general form as the page would send it, with some fields otherwise. */
async function entered(other: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const { revision, timeZone, suppressionK, retentionMonths } = await settings();
  const { constants } = await web.db.tenant(a.organizationId, getMethod);
  return {
    intent: 'apply',
    revision: String(revision),
    timeZone,
    suppressionK: String(suppressionK),
    retentionMonths: String(retentionMonths),
    ratingRetentionMonths: '',
    instrument: 'durable',
    ...methodTexts(constants),
    ...other,
  };
}

describe('the settings page', () => {
  it('shows what would change, changes nothing by that, and applies it when asked', async () => {
    const cookie = await web.signInAs('admin');
    const shown = await ask(
      cookie,
      await entered({ intent: 'preview', halfLifeMonths: '12' }),
      `${base}/settings?index`,
    );
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('What would change');
    expect(shown.body).toMatch(/18 months[\s\S]*12 months/);
    expect((await settings()).revision).toBe(1);
    const applied = await ask(cookie, await entered({ halfLifeMonths: '12' }), `${base}/settings?index`);
    expect([applied.status, applied.headers.location]).toEqual([302, `${base}/settings?done=yes`]);
    expect(await settings()).toMatchObject({ revision: 2, constants: { halfLifeMonths: 12 } });
    const stale = await ask(
      cookie,
      await entered({ revision: '1', halfLifeMonths: '24' }),
      `${base}/settings?index`,
    );
    expect(stale.status).toBe(409);
    expect((await settings()).constants).toEqual({ halfLifeMonths: 12 });
  });

  it('takes exactly the fields of its forms: thirty others are refused one by one (proof 17)', async () => {
    const cookie = await web.signInAs('owner');
    expect(EXTRA_KEYS).toHaveLength(30);
    const revision = async () => String((await settings()).revision);
    const writes = settingsWrites({ base, entered, revision });
    const before = JSON.stringify([await settings(), await log()]);
    for (const { path, fields, read } of writes) {
      const right = await fields();
      const sent = (body: string) =>
        new Request(web.origin, { ...form(web.origin, {}), body } as RequestInit);
      await expect(read(sent(new URLSearchParams(right).toString()))).resolves.toBeDefined();
      const once = Object.keys(right).filter((name) => name !== 'instrument');
      for (const name of [...EXTRA_KEYS, ...once]) {
        const body = `${new URLSearchParams(right)}&${new URLSearchParams({ [name]: right[name] ?? 'x' })}`;
        await expect(read(sent(body)), `${path} ${name}`).rejects.toThrow(InvalidInput);
      }
      for (const name of ['organizationId', '__proto__']) {
        const { status } = await ask(cookie, { ...right, [name]: 'x' }, path);
        expect([path, name, status]).toEqual([path, name, 422]);
      }
    }
    expect(JSON.stringify([await settings(), await log()])).toBe(before);
    expect(METHOD_FIELDS.every(({ name }) => !EXTRA_KEYS.includes(name))).toBe(true);
  });

  it('an HR partner reads it and changes nothing', async () => {
    const cookie = await web.signInAs('hr_partner');
    const page = await web.send(`${base}/settings`, { cookie });
    expect(page.status).toBe(200);
    expect(page.body).toContain('disabled');
    expect(page.body).not.toContain('Show what changes');
    expect(
      (await ask(cookie, await entered({ retentionMonths: '48' }), `${base}/settings?index`)).status,
    ).toBe(403);
  });
});

describe('the address', () => {
  it('leads members on from a former one, nobody else, and is taken by nobody else meanwhile', async () => {
    const owner = await web.signInAs('owner');
    const stranger = await web.signInAs('owner', b);
    const rename = (slug: string, before: string, cookie = owner) =>
      ask(
        cookie,
        { intent: 'apply-address', nameBefore: a.name, slugBefore: before, name: a.name, slug },
        `/o/${before}/settings?index`,
      );
    const preview = (slug: string) =>
      ask(
        owner,
        { intent: 'preview-address', nameBefore: a.name, slugBefore: a.slug, name: a.name, slug },
        `${base}/settings?index`,
      );
    const shown = await preview(b.slug);
    expect([shown.status, shown.body.includes(`The address ${b.slug} is taken.`)]).toEqual([422, true]);
    expect([(await preview('harbour')).status, (await preview(a.slug)).status]).toEqual([200, 200]);
    expect((await rename(b.slug, a.slug)).status).toBe(409);
    expect((await rename('Not a slug', a.slug)).status).toBe(422);
    expect((await rename('harbour', a.slug)).headers.location).toBe('/o/harbour/settings?done=yes');
    const led = await web.send(`${base}/settings/tokens?x=1`, { cookie: owner });
    expect([led.status, led.headers.location]).toEqual([302, '/o/harbour/settings/tokens?x=1']);
    expect((await web.send(`${base}/settings`, { cookie: stranger })).status).toBe(404);
    // A form from a page that was opened before writes nothing; its sender lands on the page as it is now.
    const late = await ask(
      owner,
      { ...(await entered({ retentionMonths: '99' })) },
      `${base}/settings?index`,
    );
    expect([late.status, late.headers.location]).toEqual([302, '/o/harbour/settings']);
    expect((await settings()).retentionMonths).toBe(36);
    const taken = await ask(
      stranger,
      { intent: 'apply-address', nameBefore: b.name, slugBefore: b.slug, name: b.name, slug: a.slug },
      `/o/${b.slug}/settings?index`,
    );
    expect(taken.status).toBe(409);
    await admin`update auth.former_slugs set ends_at = now() - interval '1 second'`;
    expect((await web.send(`${base}/settings`, { cookie: owner })).status).toBe(404);
    expect((await rename(a.slug, 'harbour')).status).toBe(302);
    expect((await web.send(`${base}/settings`, { cookie: owner })).status).toBe(200);
    const entries = (await log()).filter(({ details }) => details.includes('"slug"'));
    expect(entries.map(({ details }) => JSON.parse(details).changes)).toEqual([
      [{ field: 'slug', before: a.slug, after: 'harbour' }],
      [{ field: 'slug', before: 'harbour', after: a.slug }],
    ]);
  });
});

describe('tokens', () => {
  const page = `${base}/settings/tokens`;
  const wish = (role: string, other: Readonly<Record<string, string>> = {}) => ({
    ...{ intent: 'make', token: randomUUID(), name: `For ${role}`, role, days: '30' },
    ...other,
  });
  const valueIn = (body: string) => /cadre_[A-Za-z0-9_-]{43}/.exec(body)?.[0] ?? '';
  const me = (token: string) => web.send('/api/v1/me', { token });

  it('is shown once, works at once, is listed with its use, and is dead once revoked', async () => {
    const cookie = await web.signInAs('admin');
    const fields = wish('executive');
    const made = await ask(cookie, fields, page);
    expect(made.status).toBe(201);
    const value = valueIn(made.body);
    expect(JSON.parse((await me(value)).body)).toMatchObject({ role: 'executive' });
    const again = await ask(cookie, fields, page);
    expect([again.status, valueIn(again.body)]).toEqual([409, '']);
    const listed = await web.send(page, { cookie });
    expect(listed.body).toContain('For executive');
    expect(listed.body).not.toContain(value);
    const stored = await admin`select * from auth.api_tokens where token_id = ${fields.token}`;
    expect(JSON.stringify(stored)).not.toContain(value);
    expect(stored[0]?.['last_used_at']).not.toBeNull();
    expect((await ask(cookie, { intent: 'revoke', token: fields.token }, page)).status).toBe(302);
    expect((await me(value)).status).toBe(401);
    expect((await ask(cookie, { intent: 'revoke', token: fields.token }, page)).status).toBe(404);
    expect(
      (await log()).filter(({ subjectId }) => subjectId === fields.token).map(({ action }) => action),
    ).toEqual(['token.create', 'token.revoke']);
  });

  it('shows individual ratings only after somebody else approved it', async () => {
    const maker = await newMember('admin');
    for (const [role, more] of [
      ['hr_partner', {}],
      ['director', { team: a.teams.north }],
    ] as const) {
      const fields = wish(role, more);
      const value = valueIn((await ask(maker.cookie, fields, page)).body);
      expect((await me(value)).status, role).toBe(401);
      const approve = (cookie: string) => ask(cookie, { intent: 'approve', token: fields.token }, page);
      expect((await approve(maker.cookie)).status).toBe(409);
      expect((await approve(await web.signInAs('hr_partner'))).status).toBe(403);
      expect((await approve(await web.signInAs('owner', b))).status).toBe(404);
      expect((await me(value)).status).toBe(401);
      expect((await approve(await web.signInAs('owner'))).status).toBe(302);
      expect(JSON.parse((await me(value)).body)).toMatchObject({ role });
    }
  });

  it('gets no more than its maker may give, no teams of others and no longer than a year', async () => {
    const administrator = await web.signInAs('admin');
    const owner = await web.signInAs('owner');
    expect((await ask(administrator, wish('owner'), page)).status).toBe(403);
    const ownerToken = wish('owner');
    expect((await ask(owner, ownerToken, page)).status).toBe(201);
    expect((await ask(administrator, { intent: 'revoke', token: ownerToken.token }, page)).status).toBe(403);
    const wrong = [
      wish('executive', { days: '366' }),
      wish('executive', { days: '0' }),
      wish('executive', { days: '' }),
      wish('executive', { name: ' ' }),
      wish('executive', { role: 'root' }),
      wish('director'),
      wish('director', { team: b.teams.north }),
      wish('executive', { token: 'x' }),
    ];
    for (const fields of wrong)
      expect((await ask(owner, fields, page)).status, JSON.stringify(fields)).toBe(422);
    const other = await web.signInAs('owner', b);
    const foreign = await ask(
      other,
      { intent: 'revoke', token: ownerToken.token },
      `/o/${b.slug}/settings/tokens`,
    );
    expect(foreign.status).toBe(404);
    expect((await ask(await web.signInAs('hr_partner'), wish('executive'), page)).status).toBe(403);
  });
});

describe('privacy', () => {
  it('every member reads the notice that was published; only some publish; nobody elsewhere', async () => {
    const employee = await web.signInAs('employee');
    const empty = await web.send(`${base}/privacy`, { cookie: employee });
    expect(empty.body).toContain('No notice is published yet');
    expect((await web.send(`${base}/privacy/markdown`, { cookie: employee })).status).toBe(404);
    const path = `${base}/settings/privacy?index`;
    const words = {
      contact: 'Privacy office <script>alert(1)</script>',
      legalGround: 'Works agreement',
      after: '0',
      revision: String((await settings()).revision),
    };
    expect((await ask(employee, words, path)).status).toBe(403);
    expect((await ask(await web.signInAs('hr_partner'), words, path)).status).toBe(302);
    const notice = await web.send(`${base}/privacy`, { cookie: employee });
    expect(notice.body).toContain('Privacy office &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(notice.body).not.toContain('<script>alert(1)');
    const file = await web.send(`${base}/privacy/markdown`, { cookie: employee });
    expect(file.headers['content-disposition']).toMatch(
      /attachment; filename="privacy-notice-[a-z0-9-]+-version-1\.md"/,
    );
    expect(file.body).toMatch(/^# How /);
    expect((await web.send(`${base}/settings/privacy/annex`, { cookie: employee })).status).toBe(403);
    expect((await web.send(`${base}/privacy?version=2`, { cookie: employee })).status).toBe(404);
    expect((await web.send(`${base}/privacy`, { cookie: await web.signInAs('employee', b) })).status).toBe(
      404,
    );
    const owner = await web.signInAs('owner');
    for (const name of ['notice', 'annex']) {
      expect((await web.send(`${base}/settings/privacy/${name}?version=1`, { cookie: owner })).status).toBe(
        200,
      );
      const markdown = await web.send(`${base}/settings/privacy/${name}/markdown`, { cookie: owner });
      expect(markdown.headers['content-type']).toContain('text/markdown');
    }
  });
});

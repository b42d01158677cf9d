import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { withAuth } from '#db/tenancy';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const { a, b } = web;
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const hr = await web.signInAs('hr_partner');
const heatmap = `/o/${a.slug}/heatmap`;

/** No worker runs here: jobs that were asked for are as if done. */
const clearJobs = () => admin`delete from graphile_worker._private_jobs`;
beforeEach(clearJobs);

const ask = (search = '', cookie = hr) => web.send(`${heatmap}${search}`, { cookie });
const counts = async () => {
  const { body } = await web.send('/metrics');
  const of = (answer: string) =>
    Number(new RegExp(`^cadre_heatmap_pages_total\\{answer="${answer}"\\} (\\d+)$`, 'm').exec(body)?.[1]);
  return { kept: of('kept'), drawn: of('drawn') };
};
/** Whether the request was answered with a page that was kept. */
async function isKept(request: () => Promise<unknown>): Promise<boolean> {
  const before = await counts();
  await request();
  const after = await counts();
  expect(after.kept + after.drawn).toBe(before.kept + before.drawn + 1);
  return after.kept > before.kept;
}
/** Whether it is by now: a quarter of an hour may have ended since the page was drawn. */
const isKeptAgain = async (request: () => Promise<unknown>) => (await isKept(request)) || isKept(request);
const nonceOf = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none';
const tenant = (statement: string) =>
  web.db.tenant(a.organizationId, (ctx) => sql.raw(statement).execute(ctx.tx));

describe('a page that was drawn', () => {
  it('is sent again with the nonce of the new answer and all else as it was', async () => {
    for (const search of ['', `?parent=${a.teams.top}&figure=gap`]) {
      const first = await ask(search);
      const second = await ask(search);
      expect(await isKeptAgain(() => ask(search))).toBe(true);
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(nonceOf(second)).not.toBe(nonceOf(first));
      expect(second.body.split(nonceOf(second)).length).toBeGreaterThan(3);
      expect(second.body).not.toContain(nonceOf(first));
      expect(second.body.replaceAll(nonceOf(second), '')).toBe(first.body.replaceAll(nonceOf(first), ''));
      for (const name of [
        'content-type',
        'etag',
        'cache-control',
        'x-frame-options',
        'referrer-policy',
        'vary',
      ])
        expect([name, second.headers[name]]).toEqual([name, first.headers[name]]);
      expect(second.headers['cache-control']).toBe('no-store');
    }
  });

  it('is told to be unchanged from what is kept, and so are its data', async () => {
    for (const search of ['', '.data']) {
      const { headers, body } = await ask(search);
      const tag = String(headers.etag);
      const again = (held: string) =>
        web.send(`${heatmap}${search}`, { cookie: hr, headers: { 'If-None-Match': held } });
      expect(await isKeptAgain(() => again(tag))).toBe(true);
      expect(await again(tag)).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
      const other = await again('W/"other"');
      expect([other.status, other.headers['content-type']]).toEqual([200, headers['content-type']]);
      if (search) expect(other.body).toBe(body);
    }
  });

  it.each([
    ['a team is renamed', `update teams set name = name || ' B' where team_id = '${a.teams.north}'`, ' B'],
    ['a target is changed', 'update target_profiles set level = level', null],
    ['a figure is new', 'update heatmap_cells set formula_version = formula_version', null],
    ['a rating is contested', 'update contests set state = state', null],
    ['settings change', 'update organizations set suppression_k = suppression_k', null],
    ['a person is linked to a sign-in', 'update employees set user_id = user_id', null],
    [
      'a change waits to be computed',
      `insert into dirty_teams (team_id) values ('${a.teams.south}')`,
      'follows',
    ],
  ])('is drawn anew once %s', async (_what, statement, words) => {
    await ask();
    await ask();
    expect(await isKeptAgain(ask)).toBe(true);
    await tenant(statement);
    expect(await isKept(ask)).toBe(false);
    await tenant('delete from dirty_teams where false');
    expect(await isKept(ask)).toBe(false);
    expect(await isKeptAgain(ask)).toBe(true);
    if (words) expect((await ask()).body).toContain(words);
  });

  it('is drawn anew once the shared catalogue changes, and while a job of its figures waits', async () => {
    await ask();
    expect(await isKeptAgain(ask)).toBe(true);
    await withSystem(web.db.system, (ctx) =>
      ctx.script(`update public.occupations set title = title || ' X' where soc like '33-%'`),
    );
    expect(await isKept(ask)).toBe(false);
    expect(await isKeptAgain(ask)).toBe(true);
    await tenant(`select enqueue_job('refresh-capability', '{}'::jsonb, 'x')`);
    expect(await isKept(ask)).toBe(false);
    expect(await isKept(ask)).toBe(false);
    await clearJobs();
    await ask();
    expect(await isKeptAgain(ask)).toBe(true);
  });

  it('is drawn each time while it tells that figures are not renewed, and without it at once', async () => {
    await tenant(`insert into dirty_teams (team_id) values ('${a.teams.south}') on conflict do nothing`);
    await tenant(`select enqueue_job('refresh-capability', '{}'::jsonb, 'x')`);
    await admin`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Conflict'`;
    for (let time = 0; time < 3; time += 1) expect(await isKept(ask)).toBe(false);
    expect((await ask()).body).toContain('not being renewed');
    await clearJobs();
    expect((await ask()).body).not.toContain('not being renewed');
    await tenant('delete from dirty_teams');
  });

  it('stays while another organization changes', async () => {
    await ask();
    await web.db.tenant(b.organizationId, (ctx) =>
      sql`update teams set name = name || ' of b'`.execute(ctx.tx),
    );
    expect(await isKeptAgain(ask)).toBe(true);
  });
});

describe('who may see a kept page', () => {
  const drawnFor = async (cookie: string, search = '') => {
    await ask(search, cookie);
    expect(await isKeptAgain(() => ask(search, cookie))).toBe(true);
    return ask(search, cookie);
  };

  it('is each reader for themselves: another person, role or theme has a page of their own', async () => {
    const own = await drawnFor(hr);
    for (const member of ['executive', 'director', 'lead', 'owner'] as const) {
      const cookie = await web.signInAs(member);
      const before = await counts();
      const other = await ask('', cookie);
      expect((await counts()).kept).toBe(before.kept);
      expect([200, 403]).toContain(other.status);
      expect(other.body).not.toBe(own.body);
    }
    const dark = await ask('', `${hr}; theme=dark`);
    expect(dark.body).toContain('data-theme="dark"');
    expect((await ask('', `${hr}; theme=dark`)).body).toContain('data-theme="dark"');
    expect((await ask()).body).not.toContain('data-theme="dark"');
  });

  it('ends with the session, and is nobody else’s', async () => {
    const cookie = await web.signInAs('hr_partner');
    await drawnFor(cookie);
    expect((await web.send(heatmap)).status).toBe(302);
    const stranger = await web.signInAs('hr_partner', b);
    expect((await ask('', stranger)).status).toBe(404);
    await web.send('/logout', { ...form(web.origin, {}), cookie });
    expect((await ask('', cookie)).status).toBe(302);
    const led = await ask('.data?figure=gap&_routes=routes%2Fo.$org.heatmap', cookie);
    expect(led.body).toContain(`/login?next=${encodeURIComponent(`${heatmap}?figure=gap`)}"`);
  });

  it('follows rights at once: other teams, another role, no membership', async () => {
    const cookie = await web.signInAs('director');
    const { userId } = a.members.director;
    const set = (change: string) =>
      withAuth(web.db.database, ({ tx }) =>
        sql.raw(`update auth.memberships set ${change} where user_id = '${userId}'`).execute(tx),
      );
    const before = await drawnFor(cookie);
    await set(`team_scope = array['${a.teams.south}']::uuid[]`);
    expect(await isKept(() => ask('', cookie))).toBe(false);
    expect((await ask('', cookie)).body).not.toBe(before.body);
    await set(`role = 'employee'`);
    expect((await ask('', cookie)).status).toBe(403);
    await withAuth(web.db.database, ({ tx }) =>
      sql`delete from auth.memberships where user_id = ${userId}`.execute(tx),
    );
    expect((await ask('', cookie)).status).toBe(404);
  });

  it('is written down for each view of people: their pages are not kept', async () => {
    const search = `?rows=person&parent=${a.teams.north}`;
    const views = async () =>
      Number((await admin`select count(*) from audit_entries where action = 'ratings.view'`)[0]?.['count']);
    const before = await views();
    for (let time = 0; time < 3; time += 1) expect(await isKept(() => ask(search))).toBe(false);
    expect(await views()).toBeGreaterThan(before);
  });
});

import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#jobs/enqueue';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { insertDirty } from '~/modules/capability/data/dirty-lists';

const TOKEN = 'a-token-of-the-operator';
const web = await openTestWeb({ env: { METRICS_TOKEN: TOKEN } });
const metrics = (token?: string) => web.send('/metrics', token ? { token } : {});

describe('GET /metrics', () => {
  it('refuses who has not the token, on this machine too', async () => {
    const [none, wrong] = [await metrics(), await metrics('another-token-of-the-operator')];
    expect([none.status, wrong.status]).toEqual([401, 401]);
    expect(none.body).not.toContain('cadre_');
  });

  it('tells of requests, connections, jobs and the worker, and names nobody', async () => {
    const cookie = await web.signInAs('hr_partner');
    await web.send(`/o/${web.a.slug}/heatmap`, { cookie });
    await web.send('/api/v1/heatmap');
    const { status, body: text, headers } = await metrics(TOKEN);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toMatch(/^cadre_http_requests_total\{route="page",status="2xx"\} [1-9]/m);
    expect(text).toMatch(/^cadre_http_requests_total\{route="api",status="4xx"\} [1-9]/m);
    expect(text).toMatch(/^cadre_http_request_duration_seconds_count\{route="page"\} [1-9]/m);
    expect(text).toMatch(/^cadre_database_up 1$/m);
    expect(text).toMatch(/^cadre_database_connections\{pool="app",state="idle"\} \d+$/m);
    expect(text).toMatch(/^cadre_jobs\{kind="[a-z-]+",state="waiting"\} \d+$/m);
    expect(text).toMatch(/^cadre_refresh_lag_seconds \d/m);
    for (const { slug, canary, organizationId } of [web.a, web.b])
      for (const name of [slug, canary, organizationId]) expect(text).not.toContain(name);
  });
});

describe('a refresh that fails', () => {
  const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
  const { slug, organizationId } = web.a;
  afterAll(() => admin.end());
  beforeAll(async () => {
    await web.db.tenant(organizationId, async (ctx) => {
      await insertDirty(ctx, { employeeIds: [crypto.randomUUID()], teamIds: [] });
      await enqueue(ctx, 'refresh-capability', {}, { key: 'failing' });
    });
    await admin`update graphile_worker._private_jobs j
                   set attempts = 3, last_error = 'ConnectionLost', run_at = now() + interval '1 hour', key = null
                 where key = ${`refresh-capability:${organizationId}:failing`}`;
  });

  it('is said beside the figures, which stay, to who reads live ones', async () => {
    const cookie = await web.signInAs('hr_partner');
    for (const page of ['overview', 'heatmap', 'ai-readiness']) {
      const { status, body } = await web.send(`/o/${slug}/${page}`, { cookie });
      expect([page, status, body.includes('The figures are not being renewed')]).toEqual([page, 200, true]);
    }
    const released = await web.send(`/o/${slug}/overview`, { cookie: await web.signInAs('executive') });
    expect(released.body).not.toContain('not being renewed');
  });

  it('stands on the page of jobs with its reason, and is tried again from there', async () => {
    const cookie = await web.signInAs('owner');
    const page = await web.send(`/o/${slug}/jobs`, { cookie });
    expect(page.body).toMatch(
      /Computing changed figures.*Failing, tried again.*The database did not answer/s,
    );
    const fields = { intent: 'retry', kind: 'refresh-capability' };
    const answer = await web.send(`/o/${slug}/jobs`, { ...form(web.origin, fields), cookie });
    expect(answer.body).toContain('One job is tried again now.');
    const nothing = { ...form(web.origin, { ...fields, kind: 'match-titles' }), cookie };
    expect((await web.send(`/o/${slug}/jobs`, nothing)).status).toBe(422);
    const other = await web.signInAs('owner', web.b);
    expect((await web.send(`/o/${web.b.slug}/jobs`, { cookie: other })).body).not.toContain('Failing');
  });
});

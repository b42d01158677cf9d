import { describe, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';

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

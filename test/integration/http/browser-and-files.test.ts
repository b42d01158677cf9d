import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { PROJECT_ROOT } from '#test/setup/web-build';

const web = await openTestWeb({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { a } = web;

it('a sign-out tells the browser to forget what pages kept, by form and by script (asvs.md V14.3.1)', async () => {
  for (const address of ['/logout', '/logout.data']) {
    const cookie = await web.signInAs('employee');
    const answer = await web.send(address, { ...form(web.origin, {}), cookie });
    expect([address, answer.headers['clear-site-data']]).toEqual([address, '"storage"']);
    expect((await web.send(`/o/${a.slug}/heatmap`, { cookie })).status).toBe(302);
  }
});

it('the API leads nowhere, whatever the way to it was (asvs.md V4.1.2)', async () => {
  const token = await web.token('hr_partner');
  for (const proto of ['http', 'https'])
    for (const address of ['/api/v1/me', '/api/v1/heatmap', '/api/v1', '/api/v1/', '/api/v1/nothing']) {
      const headers = { 'X-Forwarded-Proto': proto, 'X-Forwarded-Host': 'other.example' };
      const answers = [await web.send(address, { headers, token }), await web.send(address, { headers })];
      for (const { status, headers: told } of answers)
        expect([address, Math.floor(status / 100) === 3, told.location]).toEqual([address, false, undefined]);
    }
});

it('an uploaded file is served by no address and lies in no folder (asvs.md V5.3.1)', async () => {
  const served = () => readdirSync(path.join(PROJECT_ROOT, 'build/client'), { recursive: true }).length;
  const before = served();
  const cookie = await web.signInAs('hr_partner');
  const content = 'external_id,name\nX1,<script>alert(1)</script>\nX2,\n';
  const sent = sourceForm(web.origin, { name: 'planted.html', content, fields: {} });
  const { status, headers } = await web.send(`/o/${a.slug}/imports`, { ...sent, cookie });
  expect([status, headers.location]).toEqual([302, expect.stringContaining('/imports/')]);
  expect(served()).toBe(before);
  const places = [
    '',
    '/assets',
    '/uploads',
    `/o/${a.slug}`,
    `/o/${a.slug}/imports`,
    String(headers.location),
  ];
  for (const place of places) {
    const answer = await web.send(`${place}/planted.html`, { cookie });
    expect([place, answer.status, answer.body.includes('<script>alert')]).toEqual([place, 404, false]);
  }
});

it('reports of the content policy are taken without a cookie, and not beyond 16 KiB (asvs.md V3.4.7)', async () => {
  const headers = { 'Content-Type': 'application/csp-report', Origin: 'null' };
  const report = { 'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'inline' } };
  const lines = () => web.logLines.filter((line) => line.includes('a page broke its content policy'));
  const post = (body: string) => web.send('/policy-reports', { method: 'POST', headers, body });
  expect((await post(JSON.stringify(report))).status).toBe(204);
  expect(lines()).toHaveLength(1);
  expect((await post(JSON.stringify({ ...report, more: 'x'.repeat(20_000) }))).status).toBe(413);
  expect((await web.send('/policy-reports')).status).toBe(404);
  expect(lines()).toHaveLength(1);
  const page = await web.send('/login');
  expect(page.headers['content-security-policy']).toContain('report-uri /policy-reports');
});

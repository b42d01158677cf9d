import { beforeAll, expect, it } from 'vitest';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a, b } = web;
const GOOD = 'external_id,name,title,team\nL1,Ida Lund,Guard,Listed imports\nL2,,Guard,Listed imports\n';
const UNREADABLE = 'external_id,name,title,team\nL3,"Ida "Lund",Guard,Listed imports\n';
let partner: string;

beforeAll(async () => {
  partner = await web.signInAs('hr_partner');
  for (const [name, content] of [
    ['good.csv', GOOD],
    ['unreadable.csv', UNREADABLE],
    ['waiting.csv', GOOD],
  ] as const) {
    const sent = sourceForm(web.origin, { name, content });
    expect((await web.send(`/o/${a.slug}/imports`, { ...sent, cookie: partner })).status).toBe(302);
    if (name !== 'waiting.csv') await jobs.run();
  }
});

it('tells of each file how far it is, also where it could not be read', async () => {
  const { body } = await web.send(`/o/${a.slug}/imports`, { cookie: partner });
  const rows = [
    ...body
      .replaceAll('<!-- -->', '')
      .matchAll(/<td data-label="File">([^<]*)<\/td><td data-label="State">([^<]*)</gu),
  ];
  expect(rows.slice(0, 3).map(([, file, state]) => [file, state])).toEqual([
    ['waiting.csv', 'Not read yet'],
    ['unreadable.csv', 'Could not be read'],
    ['good.csv', 'Preview'],
  ]);
});

it('is a list of the API, page by page, without rows', async () => {
  const token = await web.token('hr_partner');
  const get = async (path: string, as = token) => {
    const { status, headers, body } = await web.send(path, { token: as });
    const next = /^<([^>]+)>; rel="next"$/u.exec(String(headers['link'] ?? ''))?.[1] ?? null;
    return { status, next, ...JSON.parse(body) };
  };
  const first = await get('/api/v1/imports?limit=2');
  expect(first.items).toMatchObject([
    { kind: 'employees', file: 'waiting.csv', stage: 'new', state: 'queued', appliedAt: null },
    { file: 'unreadable.csv', stage: 'new', state: 'failed', created: 0 },
  ]);
  const last = await get(first.next);
  expect(last.items[0]).toMatchObject({
    ...{ file: 'good.csv', stage: 'planned', state: 'done', created: 1, rejectedCount: 1 },
  });
  expect((await get('/api/v1/imports?limit=1000')).next).toBeNull();
  expect(JSON.stringify(last)).not.toContain('Lund');
  const one = await get(`/api/v1/imports/${last.items[0].id}`);
  expect([one.status, one.id]).toEqual([200, last.items[0].id]);
  expect(await get('/api/v1/imports?state=done')).toMatchObject({ status: 422 });
  expect((await get('/api/v1/imports', await web.token('employee'))).status).toBe(403);
  expect(
    JSON.stringify(await get('/api/v1/imports', await web.token('hr_partner', { of: b }))),
  ).not.toContain('good.csv');
});

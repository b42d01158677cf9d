import { beforeAll, expect, it } from 'vitest';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a, b } = web;
const FILE =
  'external_id,name,email,title,team\nX1,Ida Lund,,Guard,Imported\nX2,,,Guard,Imported\nX3,=1+1,,Guard,Imported\n';
let partner: string;

beforeAll(async () => {
  partner = await web.signInAs('hr_partner');
});

const upload = (path: string, fields = {}) => ({
  ...sourceForm(web.origin, { name: 'people.csv', content: FILE, fields }),
  path,
});

it('is uploaded, previewed, applied and told on its page; rejected rows come as a file', async () => {
  const { path, ...sent } = upload(`/o/${a.slug}/imports`);
  const begun = await web.send(path, { ...sent, cookie: partner });
  const place = begun.headers.location ?? '';
  expect([begun.status, place]).toEqual([302, expect.stringMatching(/\/imports\/[0-9a-f-]{36}$/)]);
  expect((await web.send(place, { cookie: partner })).body).toContain('Reading the file');
  await jobs.run();
  const preview = (await web.send(place, { cookie: partner })).body;
  expect(preview).toContain('2 new, 0 changed, 0 unchanged.');
  expect(preview).toContain('Full name: is empty.');
  const rejected = await web.send(`${place}/rejected?format=csv`, { cookie: partner });
  expect(rejected.body.split('\r\n')[1]).toBe('X2,,,Guard,Imported,3,Full name: is empty.');
  await web.send(place, { ...form(web.origin, { intent: 'apply' }), cookie: partner });
  await jobs.run();
  expect((await web.send(place, { cookie: partner })).body).toContain('What was done');
  const events = await web.send(`${place}/progress`, { cookie: partner });
  expect(events.headers['content-type']).toContain('text/event-stream');
  expect(events.body).toContain('data: {"state":"done","progress":1}');
  expect((await web.send(place.replace(a.slug, b.slug), { cookie: partner })).status).toBe(404);
});

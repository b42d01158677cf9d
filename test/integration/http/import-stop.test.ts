import { beforeAll, expect, it } from 'vitest';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a } = web;
const FILE =
  'external_id,name,email,title,team\nS1,Ida Lund,,Guard,Stopped imports\nS2,,,Guard,Stopped imports\n';
let partner: string;

beforeAll(async () => {
  partner = await web.signInAs('hr_partner');
});

const page = async (place: string) =>
  (await web.send(place, { cookie: partner })).body.replaceAll('<!-- -->', '');

async function upload(): Promise<string> {
  const { headers } = await web.send(`/o/${a.slug}/imports`, {
    ...sourceForm(web.origin, { name: 'people.csv', content: FILE }),
    cookie: partner,
  });
  return headers.location ?? '';
}

it('an import of the API is stopped by who sent it, and by nobody else with a token', async () => {
  const token = await web.token('hr_partner');
  const sent = sourceForm(web.origin, { name: 'people.csv', content: FILE, fields: { kind: 'employees' } });
  const { Origin: _, 'Sec-Fetch-Site': __, ...headers } = sent.headers as Record<string, string>;
  const body = sent.body ? { body: sent.body } : {};
  const begun = await web.send('/api/v1/imports', { method: 'POST', token, headers, ...body });
  const place = begun.headers.location ?? '';
  const stop = (who: string) =>
    web.send(`${place}/cancel`, {
      ...{ method: 'POST', token: who, body: '{}' },
      headers: { 'Content-Type': 'application/json' },
    });
  expect((await stop(await web.token('hr_partner'))).status).toBe(403);
  const stopped = await stop(token);
  expect([stopped.status, JSON.parse(stopped.body).state]).toEqual([200, 'cancelled']);
  await jobs.run();
  const told = JSON.parse((await web.send(place, { token })).body);
  expect(told).toMatchObject({ state: 'cancelled', created: 0, rejectedCount: 0 });
  // Stopping it again changes nothing.
  expect((await stop(token)).status).toBe(200);
  expect((await web.send('/api/v1/employees/externalId:S1', { token })).status).toBe(404);
});

it('stopping an import is offered on its page to who uploaded it, and others are told who may', async () => {
  const place = await upload();
  const told = async () => (await web.send(place, { cookie: partner })).body;
  expect(await told()).toContain('value="cancel"');
  const ofOther = (kind: string) =>
    web.db.tenant(a.organizationId, ({ tx }) =>
      tx
        .updateTable('operations')
        .set({ requestedByKind: kind as 'user' })
        .where('state', '=', 'queued')
        .execute(),
    );
  await ofOther('token');
  const theirs = await told();
  await ofOther('user');
  expect(theirs).not.toContain('value="cancel"');
  expect(theirs).toContain('Whoever uploaded the file');
  await web.send(place, { ...form(web.origin, { intent: 'cancel' }), cookie: partner });
  await jobs.run();
});

it('the page of an import that was stopped while it was read says what became of it and what to do', async () => {
  const place = await upload();
  await web.send(place, { ...form(web.origin, { intent: 'cancel' }), cookie: partner });
  const told = await page(place);
  expect(told).toContain('Somebody stopped it before the file was read to its end.');
  expect(told).toContain('To import it after all, upload it again.');
  expect(told).not.toContain('Not read');
});

it('a preview whose file is no longer kept is not offered to be applied', async () => {
  const place = await upload();
  await jobs.run();
  expect(await page(place)).toContain('Apply the good rows');
  await web.db.tenant(a.organizationId, ({ tx }) => tx.deleteFrom('uploads').execute());
  const told = await page(place);
  expect(told).toContain('The file itself is no longer kept');
  expect(told).not.toContain('value="apply"');
  expect(told).toContain('Rejected rows as CSV');
});

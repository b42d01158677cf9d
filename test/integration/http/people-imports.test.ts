import { randomUUID } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
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

/** The events of an import as they come. */
async function followProgress(place: string) {
  const { port, host } = new URL(web.origin);
  const target = {
    host: '127.0.0.1',
    port,
    path: `${place}/progress`,
    headers: { Host: host, Cookie: partner },
  };
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(target, resolve).on('error', reject);
  });
  let text = '';
  answer.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const ended = new Promise<void>((resolve) => answer.once('end', resolve));
  return { type: answer.headers['content-type'], said: () => text, ended };
}

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
  const events = await followProgress(place);
  expect(events.type).toContain('text/event-stream');
  // Told while the work waits: nothing holds events back until the end.
  await expect.poll(events.said).toContain('data: {"state":"queued","progress":0}');
  expect(events.said()).not.toContain('event: end');
  await jobs.run();
  await events.ended;
  expect(events.said()).toMatch(/data: \{"state":"done","progress":1\}\n\nevent: end\ndata: \{\}\n\n$/);
  expect((await web.send(place, { cookie: partner })).body).toContain('What was done');
  expect((await web.send(place.replace(a.slug, b.slug), { cookie: partner })).status).toBe(404);
});

it('leaves nothing behind where the browser was closed in the middle of it, and is taken the next time', async () => {
  const { path, headers, body } = upload(`/o/${a.slug}/imports`);
  const kept = () =>
    web.db.tenant(a.organizationId, async ({ tx }) => ({
      uploads: (await tx.selectFrom('uploads').select('uploadId').execute()).length,
      imports: (await tx.selectFrom('imports').select('importId').execute()).length,
    }));
  const before = await kept();
  const bytes = Buffer.from(body as Uint8Array);
  const { port, host } = new URL(web.origin);
  const socket = net.connect(Number(port), '127.0.0.1');
  const lines = Object.entries({ ...headers, Host: host, Cookie: partner, 'Content-Length': bytes.length });
  socket.write(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  await new Promise<void>((sent) => socket.write(bytes.subarray(0, bytes.length - 40), () => sent()));
  socket.destroy();
  await expect.poll(kept).toEqual(before);
  const whole = await web.send(path, { ...upload(path), cookie: partner });
  expect(whole.status).toBe(302);
  await jobs.run();
  expect((await kept()).imports).toBe(before.imports + 1);
});

it('is taken through the API: once for a key, good rows alone, and tells what it rejected', async () => {
  const token = await web.token('hr_partner');
  const content = FILE.replace(/X(\d)/g, 'A$1').replaceAll('Imported', 'By token');
  const key = randomUUID();
  const send = async (fields: Record<string, string>, idempotencyKey?: string) => {
    const {
      Origin: _,
      'Sec-Fetch-Site': __,
      ...headers
    } = {
      ...sourceForm(web.origin, { name: 'people.csv', content, fields }).headers,
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
    } as Record<string, string>;
    const { body } = sourceForm(web.origin, { name: 'people.csv', content, fields });
    return web.send('/api/v1/imports', { method: 'POST', token, headers, ...(body ? { body } : {}) });
  };
  const first = await send({ kind: 'employees' }, key);
  const place = first.headers.location ?? '';
  expect([first.status, place]).toEqual([202, expect.stringMatching(/^\/api\/v1\/imports\/[0-9a-f-]{36}$/)]);
  const again = await send({ kind: 'employees' }, key);
  expect([again.status, again.headers['idempotency-replayed'], again.headers.location]).toEqual([
    ...[202, 'true', place],
  ]);
  expect((await send({ kind: 'employees', rejected: 'refuse_all' }, key)).status).toBe(422);
  expect((await send({ kind: 'people' })).status).toBe(422);
  await jobs.run();
  const told = await web.send(place, { token });
  expect(JSON.parse(told.body)).toMatchObject({
    kind: 'employees',
    state: 'done',
    ...{ created: 2, changed: 0, unchanged: 0, rejectedCount: 1 },
    rejected: [{ row: 3, column: 'name', reason: 'is empty.' }],
  });
  expect((await web.send(place, { token: await web.token('hr_partner', { of: b }) })).status).toBe(404);
  const back = { method: 'POST', token, headers: { 'Content-Type': 'application/json' }, body: '{}' };
  expect((await web.send(`${place}/undo`, back)).status).toBe(202);
  await jobs.run();
  expect(JSON.parse((await web.send(place, { token })).body).state).toBe('done');
  expect((await web.send('/api/v1/employees/externalId:A1', { token })).status).toBe(404);
  expect((await web.send(`${place}/undo`, back)).status).toBe(409);
  expect((await web.send(place, { token: await web.token('employee') })).status).toBe(403);
});

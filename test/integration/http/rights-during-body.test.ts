import { request } from 'node:http';
import { expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a, db } = web;
const FILE = 'external_id,name,email,title,team\nR1,Ida Lund,,Guard,Late\n';
const inOrganization = db.tenant;
/** The file as a program sends it. */
const SENT = fileOfPeople();

function fileOfPeople() {
  const form = sourceForm('', { name: 'people.csv', content: FILE, fields: { kind: 'employees' } });
  const { 'Content-Type': type = '' } = form.headers as Record<string, string>;
  return { headers: { 'Content-Type': type }, body: form.body as Uint8Array };
}

interface Halves {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends a body but for its last bytes, waits, and sends these; resolves to the status. */
function sendInHalves({ path, headers, body }: Halves, between: () => Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(web.origin);
    const sending = request({
      ...{ host: '127.0.0.1', port, path, method: 'POST' },
      headers: { ...headers, 'Content-Length': body.length, Connection: 'close' },
    });
    sending.on('error', reject).on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sending.write(body.subarray(0, body.length - 40));
    between().then(() => sending.end(body.subarray(body.length - 40)), reject);
  });
}

const stored = () =>
  inOrganization(a.organizationId, async ({ tx }) => ({
    uploads: (await tx.selectFrom('uploads').select('uploadId').execute()).length,
    imports: (await tx.selectFrom('imports').select('importId').execute()).length,
    people: (await tx.selectFrom('employees').select('employeeId').execute()).length,
  }));

/** A new token, and what waits until it was looked at and then revokes it. */
async function tokenAndRevocation() {
  const token = await web.token('hr_partner');
  const looked = () =>
    withAuth(db.database, ({ tx }) =>
      tx
        .selectFrom('apiTokens')
        .select(['tokenId', 'lastUsedAt'])
        .orderBy('createdAt', 'desc')
        .limit(1)
        .execute(),
    );
  const revoke = async () => {
    await expect
      .poll(async () => (await looked())[0]?.lastUsedAt ?? null, { timeout: 10_000 })
      .not.toBeNull();
    const [{ tokenId } = { tokenId: '' }] = await looked();
    await withAuth(db.database, ({ tx }) =>
      tx.updateTable('apiTokens').set({ revokedAt: new Date() }).where('tokenId', '=', tokenId).execute(),
    );
  };
  return { token, revoke };
}

it('a token that is revoked while its file comes in imports nothing', async () => {
  const { token, revoke } = await tokenAndRevocation();
  const before = await stored();
  const headers = { ...SENT.headers, Authorization: `Bearer ${token}` };
  const upload = { path: '/api/v1/imports', headers, body: SENT.body };
  expect(await sendInHalves(upload, revoke)).toBe(401);
  expect((await stored()).imports).toBe(before.imports);
});

it('a token that is revoked while its JSON comes in writes nothing', async () => {
  const { token, revoke } = await tokenAndRevocation();
  const before = await stored();
  const person = { externalId: 'R2', name: 'Ole Berg', title: 'Guard', teamId: a.teams.south };
  const body = Buffer.from(JSON.stringify(person));
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  expect(await sendInHalves({ path: '/api/v1/employees', headers, body }, revoke)).toBe(401);
  expect((await stored()).people).toBe(before.people);
});

it('a member who is removed while a file comes in imports nothing', async () => {
  const cookie = await web.signInAs('hr_partner');
  const { userId } = a.members.hr_partner;
  const before = await stored();
  const { headers, body } = sourceForm(web.origin, { name: 'people.csv', content: FILE });
  const upload = {
    path: `/o/${a.slug}/imports`,
    headers: { ...(headers as Record<string, string>), Cookie: cookie },
    body: body as Uint8Array,
  };
  const status = await sendInHalves(upload, async () => {
    await expect.poll(async () => (await stored()).uploads, { timeout: 10_000 }).toBe(before.uploads + 1);
    await withAuth(db.database, ({ tx }) =>
      tx
        .deleteFrom('memberships')
        .where('userId', '=', userId)
        .where('organizationId', '=', a.organizationId)
        .execute(),
    );
  });
  expect(status).toBe(404);
  expect((await stored()).imports).toBe(before.imports);
});

it('a token that is revoked before the worker comes to its file imports nothing', async () => {
  const { token, revoke } = await tokenAndRevocation();
  const before = await stored();
  const taken = await web.send('/api/v1/imports', { method: 'POST', token, ...SENT });
  expect(taken.status).toBe(202);
  await revoke();
  await jobs.run();
  const other = await web.token('hr_partner');
  const told = JSON.parse((await web.send(taken.headers['location'] ?? '', { token: other })).body);
  expect(told).toMatchObject({ state: 'failed' });
  expect((await stored()).people).toBe(before.people);
});

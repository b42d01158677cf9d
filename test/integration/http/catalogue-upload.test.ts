import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureText as frameworkText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { makeZip } from '#test/fixtures/onet/make-zip';
import { releaseFiles } from '#test/fixtures/onet/release-files';
import { catalogueFingerprint } from '#test/fixtures/sources/catalogue-fingerprint';
import { fixtureText } from '#test/fixtures/sources/read-source-file';
import { operationOf, type SourceForm, sendSource } from '#test/fixtures/uploads/source-form';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { listCatalogueSources } from '~/modules/frameworks/queries/list-catalogue-sources';
import { changeOperator } from '~/modules/organizations/commands/change-operator';
import { getOperation } from '~/modules/organizations/queries/get-operation';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a, b } = web;
const CROSSWALK = { name: 'crosswalk.csv', content: fixtureText('crosswalk.csv') };
const SHARED = { target: 'shared' };
let operator: string;
let partner: string;

beforeAll(async () => {
  await changeOperator(web.db.database, 'add', a.members.owner.email);
  operator = await web.signInAs('owner');
  partner = await web.signInAs('hr_partner');
});

const read = (id: string) =>
  web.db.tenant(a.organizationId, (ctx) => getOperation(ctx, { kind: 'user', id: '', role: 'owner' }, id));
/** Sends a file, lets the worker do what waits, and reads what became of it. */
async function take(cookie: string, source: SourceForm) {
  const id = operationOf(await sendSource(web, cookie, source));
  await jobs.run();
  return read(id);
}
const stored = () =>
  web.db.tenant(a.organizationId, async ({ tx }) => {
    const uploads = await tx.selectFrom('uploads').select('uploadId').execute();
    const chunks = await tx.selectFrom('uploadChunks').select('uploadId').execute();
    const operations = await tx.selectFrom('operations').select('operationId').execute();
    return { uploads: uploads.length, chunks: chunks.length, operations: operations.length };
  });
const sourcesOf = ({ organizationId }: { organizationId: string }) =>
  web.db.tenant(organizationId, listCatalogueSources);

describe('an upload into the shared catalogue', () => {
  it('is done by the worker for an operator, read by all, and told as on the command line', async () => {
    const over = await take(operator, { ...CROSSWALK, fields: SHARED });
    expect(over).toMatchObject({
      state: 'done',
      result: {
        changed: true,
        summary: [
          'cip soc crosswalk CIP 2020, SOC 2018: 6 rows, 4 links, 1 programmes without occupation, 1 occupations without programme',
        ],
      },
    });
    for (const reader of [a, b]) {
      const { shared } = await sourcesOf(reader);
      expect(shared).toContainEqual(
        expect.objectContaining({ fileName: 'crosswalk.csv', rows: 6, served: true }),
      );
    }
    const { uploads, chunks } = await stored();
    expect({ uploads, chunks }).toEqual({ uploads: 0, chunks: 0 });
  });

  it('changes nothing when the same file is sent again', async () => {
    const before = await catalogueFingerprint(web.db);
    const over = await take(operator, { ...CROSSWALK, fields: SHARED });
    expect(over.result).toMatchObject({ changed: false });
    expect(await catalogueFingerprint(web.db)).toEqual(before);
  });

  it('takes an O*NET release as a zip, its release from the form', async () => {
    const tables = Object.entries(releaseFiles('A2')).filter(([name]) => !/read me/i.test(name));
    const files = tables.map(([name, text]) => ({
      name: `text/${name}`,
      content: Buffer.from(text),
    }));
    const zip = { name: 'download.zip', content: makeZip(files) };
    const unnamed = await take(operator, { ...zip, fields: SHARED });
    expect(unnamed).toMatchObject({
      state: 'failed',
      error: {
        errors: [{ pointer: 'download.zip', detail: expect.stringContaining('in the field Release') }],
      },
    });
    const over = await take(operator, { ...zip, fields: { ...SHARED, release: '30.2' } });
    expect(over.result).toMatchObject({
      summary: expect.arrayContaining(['O*NET 30.2, layout A2', 'Skills.txt: 8 rows, loaded']),
    });
  });

  it('is refused for everybody else, and nothing of the file is kept', async () => {
    const before = await stored();
    expect((await sendSource(web, partner, { ...CROSSWALK, fields: SHARED })).status).toBe(403);
    expect(
      (await sendSource(web, await web.signInAs('admin'), { ...CROSSWALK, fields: SHARED })).status,
    ).toBe(403);
    expect((await sendSource(web, await web.signInAs('employee'), CROSSWALK)).status).toBe(403);
    expect(await stored()).toEqual(before);
  });

  it('is refused in the worker when the asker is no operator any more', async () => {
    const before = await catalogueFingerprint(web.db);
    const content = fixtureText('wages.csv');
    const id = operationOf(await sendSource(web, operator, { name: 'w.csv', content, fields: SHARED }));
    await changeOperator(web.db.database, 'remove', a.members.owner.email);
    await jobs.run();
    await changeOperator(web.db.database, 'add', a.members.owner.email);
    expect(await read(id)).toMatchObject({ state: 'failed', error: { kind: 'forbidden' } });
    expect(await catalogueFingerprint(web.db)).toEqual(before);
  });

  it('is not done when it is stopped while it waits', async () => {
    const before = await catalogueFingerprint(web.db);
    const content = fixtureText('wages.csv');
    const id = operationOf(await sendSource(web, operator, { name: 'w.csv', content, fields: SHARED }));
    const stop = { ...form(web.origin, { intent: 'cancel' }), cookie: operator };
    expect((await web.send(`/o/${a.slug}/operations/${id}`, stop)).status).toBe(200);
    await jobs.run();
    expect((await read(id)).state).toBe('cancelled');
    expect(await catalogueFingerprint(web.db)).toEqual(before);
    expect((await stored()).uploads).toBe(0);
  });
});

describe("an upload into the organization's own catalogue", () => {
  const framework = { name: LER_FIXTURE, content: frameworkText(LER_FIXTURE) };

  it('is seen by this organization only', async () => {
    const over = await take(partner, framework);
    expect(over).toMatchObject({ state: 'done', result: { changed: true } });
    expect((await sourcesOf(a)).own).toContainEqual(expect.objectContaining({ fileName: LER_FIXTURE }));
    expect((await sourcesOf(b)).own).toEqual([]);
  });

  it('takes nothing that belongs to all', async () => {
    const before = await catalogueFingerprint(web.db);
    expect(await take(partner, CROSSWALK)).toMatchObject({
      state: 'failed',
      error: { errors: [{ pointer: 'crosswalk.csv', detail: expect.stringContaining('shared catalogue') }] },
    });
    expect(await catalogueFingerprint(web.db)).toEqual(before);
  });

  it('is refused without a file, with an empty one, with one that is too large, and as no form', async () => {
    const before = await stored();
    const large = { name: 'l.json', content: Buffer.alloc(7 * 1024 * 1024, 'x') };
    for (const source of [{ name: '', content: '' }, { name: 'e.json', content: '' }, large]) {
      const answer = await sendSource(web, partner, source);
      expect(answer.status).toBe(422);
    }
    const cut = await web.send(`/o/${a.slug}/settings/catalogue`, {
      method: 'POST',
      headers: {
        'Content-Type': 'multipart/form-data; boundary=b',
        Origin: web.origin,
        'Sec-Fetch-Site': 'same-origin',
      },
      body: `--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n${'x'.repeat(600_000)}`,
      cookie: partner,
    });
    expect(cut.status).toBe(422);
    expect(await stored()).toEqual(before);
  });

  it('keeps every byte of a file, whatever looks like the form around it', async () => {
    const bytes = Buffer.alloc(700_000);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 7 + (at >> 8)) % 256;
    bytes.write('\r\n------cadre-test-boundar\r\n\r\n--', 262_130);
    const id = operationOf(await sendSource(web, partner, { name: 'noise.bin', content: bytes }));
    const kept = await web.db.tenant(a.organizationId, async ({ tx }) => {
      const rows = await tx.selectFrom('uploadChunks').select('bytes').orderBy('position').execute();
      return Buffer.concat(rows.map((row) => row.bytes));
    });
    expect(kept.equals(bytes)).toBe(true);
    await jobs.run();
    expect(await read(id)).toMatchObject({ state: 'failed', error: { kind: 'invalid-input' } });
  });
});

describe('operations of the API', () => {
  it('are read and stopped with a token; a stopped one stays as it is', async () => {
    const id = operationOf(await sendSource(web, partner, { name: 'x.json', content: '{' }));
    const token = await web.token('admin');
    const path = `/api/v1/operations/${id}`;
    expect(JSON.parse((await web.send(path, { token })).body)).toMatchObject({
      id,
      state: 'queued',
      progress: 0,
    });
    const stopped = await web.send(path, { method: 'DELETE', token });
    expect([stopped.status, JSON.parse(stopped.body).state]).toEqual([200, 'cancelled']);
    expect(JSON.parse((await web.send(path, { method: 'DELETE', token })).body).state).toBe('cancelled');
    expect((await web.send(path, { token: await web.token('director') })).status).toBe(404);
    await jobs.run();
    expect((await read(id)).state).toBe('cancelled');
  });
});

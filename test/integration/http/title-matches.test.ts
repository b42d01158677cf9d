import { beforeAll, describe, expect, it } from 'vitest';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, type ReleaseFiles, releaseFiles, table } from '#test/fixtures/onet/release-files';
import { releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestWeb } from '#test/setup/web';
import { startWorkerProcess } from '#test/setup/worker-process';

const PATH = '/api/v1/title-matches';
const web = await openTestWeb();
const write = await releaseFolders();
const token = await web.token('employee');
const JSON_TYPE = { 'Content-Type': 'application/json' };

const send = (body: string | Uint8Array, headers: Record<string, string> = JSON_TYPE) =>
  web.send(PATH, { method: 'POST', token, headers, body });
const ask = async (titles: readonly unknown[], more: object = {}) => {
  const { body, ...answer } = await send(JSON.stringify({ titles, ...more }));
  return { ...answer, json: JSON.parse(body) };
};
const load = async (name: string, files: ReleaseFiles) =>
  importRelease(web.db.system, await write.folder(name, files));
const many = (count: number) => Array.from({ length: count }, (_, at) => `Security Lead ${at}`);

describe('without a release', () => {
  it('says so, at once and for many titles: there is nothing to match with', async () => {
    for (const titles of [['Guard'], many(2_001)]) {
      const { status, json } = await ask(titles);
      expect(status).toBe(409);
      expect(json.detail).toContain('an O*NET release, and none is loaded');
    }
  });
});

describe('with a release', () => {
  beforeAll(async () => {
    await load('30.2', releaseFiles('A2'));
  });

  it('answers in the order of the titles, each with its candidates, band and reason', async () => {
    const { status, json, headers } = await ask([
      'Sr. Gate Guard',
      'Lead, Security',
      '???',
      'Sr. Gate Guard',
    ]);
    expect(status).toBe(200);
    expect(headers['cache-control']).toContain('no-store');
    expect(json.items.map((item: { title: string }) => item.title)).toEqual([
      'Sr. Gate Guard',
      'Lead, Security',
      '???',
      'Sr. Gate Guard',
    ]);
    expect(json.items[0]).toEqual({
      title: 'Sr. Gate Guard',
      bandHint: 3,
      candidates: expect.arrayContaining([
        {
          soc: GUARDS,
          title: 'Security Guards',
          score: expect.any(Number),
          matchedTitle: 'Gate Guard',
          reason: expect.stringContaining('reported title "Gate Guard"'),
        },
      ]),
    });
    expect(json.items[0].candidates[0].soc).toBe(GUARDS);
    expect(json.items[1].candidates[0].soc).toBe(MANAGERS);
    expect(json.items[2]).toEqual({ title: '???', candidates: [] });
    expect(json.items[3]).toEqual(json.items[0]);
  });

  it('gives as many candidates as are asked for', async () => {
    expect((await ask(['Guard'])).json.items[0].candidates).toHaveLength(3);
    expect((await ask(['Guard'], { limit: 1 })).json.items[0].candidates).toHaveLength(1);
  });

  it('answers others while titles are matched: the work is not done where requests are answered', async () => {
    let answered = 0;
    const long = Array.from({ length: 8 }, async () => {
      const { status } = await ask(many(2_000));
      answered += 1;
      return status;
    });
    const health = await web.send('/healthz');
    expect(health.status).toBe(200);
    expect(answered).toBeLessThan(long.length);
    expect(await Promise.all(long)).toEqual(long.map(() => 200));
  });

  it('matches more than 2,000 as an operation with the same result', async () => {
    const titles = many(2_001);
    const { status, headers, json } = await ask(titles, { limit: 2 });
    expect([status, json.state]).toEqual([202, 'queued']);
    const place = `/api/v1/operations/${json.id}`;
    expect(headers.location).toBe(place);
    const worker = startWorkerProcess(web.db);
    await worker.says('"job":"match-titles"');
    expect(await worker.stop()).toBe(0);
    const over = JSON.parse((await web.send(place, { token })).body);
    expect(over).toMatchObject({ id: json.id, kind: 'match-titles', state: 'done', progress: 1 });
    expect(over.result).toEqual({
      items: [
        ...(await ask(titles.slice(0, 2_000), { limit: 2 })).json.items,
        ...(await ask(titles.slice(2_000), { limit: 2 })).json.items,
      ],
    });
  });

  it('serves the release before while a newer one is learnt, and then the newer one', async () => {
    const matched = (items: readonly { candidates: readonly { matchedTitle: string }[] }[]) =>
      items[0]?.candidates[0]?.matchedTitle;
    expect(matched((await ask(['Quay Watcher'])).json.items)).not.toBe('Quay Watcher');
    const titles = table(
      ['O*NET-SOC Code', 'Job Title', 'Short Title', 'Source(s)'],
      [GUARDS, 'Quay Watcher', 'n/a', '08'],
    );
    await load('31.0', { ...releaseFiles('B'), 'Job Titles.txt': titles });
    const during = await web.db.tenant(web.a.organizationId, async (ctx) =>
      (await web.services.titles.open(ctx)).match(['Quay Watcher'], 1),
    );
    expect(matched(during)).not.toBe('Quay Watcher');
    await web.services.titles.settled();
    expect(matched((await ask(['Quay Watcher'])).json.items)).toBe('Quay Watcher');
    expect(matched((await ask(['Doorkeeper'])).json.items)).not.toBe('Doorkeeper');
  });
});

describe('what is refused', () => {
  const titles = (text: string) => `{"titles":${text}}`;
  it.each([
    ['nothing', '', ''],
    ['half of an object', '{', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['no titles', '{}', '/titles'],
    ['an empty list', titles('[]'), '/titles'],
    ['a text for a list', titles('"Guard"'), '/titles'],
    ['a number for a title', titles('[1]'), '/titles/0'],
    ['an empty title', titles('["Guard",""]'), '/titles/1'],
    ['a title of spaces', titles('["Guard"," "]'), '/titles/1'],
    ['a title of 301 characters', titles(JSON.stringify([...many(17), 'x'.repeat(301)])), '/titles/17'],
    ['NUL', titles('["Guard","a\\u0000b"]'), '/titles/1'],
    ['half of a character pair', titles('["\\ud800"]'), '/titles/0'],
    ['10,001 titles', titles(JSON.stringify(many(10_001))), '/titles'],
    ['300,000 empty titles', titles(`[${'"",'.repeat(300_000)}""]`), '/titles'],
    ['a name twice', titles('["Guard"],"titles":["Guard"]'), '/titles'],
    ['limit 0', titles('["Guard"],"limit":0'), '/limit'],
    ['limit 11', titles('["Guard"],"limit":11'), '/limit'],
    ['limit 1.5', titles('["Guard"],"limit":1.5'), '/limit'],
    ['limit as a text', titles('["Guard"],"limit":"5"'), '/limit'],
    ['an endless limit', titles('["Guard"],"limit":1e999'), '/limit'],
    ['an unknown name', titles('["Guard"],"colour":"red"'), '/colour'],
    ['__proto__', titles('["Guard"],"__proto__":{}'), '/__proto__'],
    ['too many levels', titles(`${'['.repeat(100)}${']'.repeat(100)}`), `/titles${'/0'.repeat(39)}`],
  ])('%s', async (_, body, pointer) => {
    const { status, body: text, headers } = await send(body);
    const { errors, detail } = JSON.parse(text);
    expect([status, errors[0]?.pointer]).toEqual([422, pointer]);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(detail).toEqual(expect.any(String));
  });

  it('bytes that are no UTF-8, and a query', async () => {
    expect((await send(Buffer.from([0x22, 0xe9, 0x22]))).status).toBe(422);
    const answer = await web.send(`${PATH}?limit=1`, {
      method: 'POST',
      token,
      headers: JSON_TYPE,
      body: titles('["Guard"]'),
    });
    expect([answer.status, JSON.parse(answer.body).errors[0].pointer]).toEqual([422, 'limit']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonx',
    '',
  ])('the content type %j with 415', async (type) => {
    const { status, headers } = await send(titles('["Guard"]'), type === '' ? {} : { 'Content-Type': type });
    expect([status, headers.accept]).toEqual([415, 'application/json']);
    expect(
      (await send(titles('["Guard"]'), { 'Content-Type': 'application/json; charset=UTF-8' })).status,
    ).toBe(200);
  });

  it('more than twelve mebibytes with 413', async () => {
    expect((await send(titles(`["${'x'.repeat(12_600_000)}"]`))).status).toBe(413);
  });

  it('nobody with 401, whatever the body is', async () => {
    const headers = { ...JSON_TYPE, Authorization: `Bearer ${'x'.repeat(40)}` };
    expect((await web.send(PATH, { method: 'POST', headers, body: '{' })).status).toBe(401);
  });
});

describe('methods of the API', () => {
  it.each([
    [PATH, 'POST, OPTIONS'],
    ['/api/v1/me', 'GET, HEAD, OPTIONS'],
    ['/api/v1/occupations/33-9032.00', 'GET, HEAD, OPTIONS'],
  ])(
    '%s allows %s, says so to OPTIONS without a token, and answers others with 405',
    async (path, allowed) => {
      const options = await web.send(path, { method: 'OPTIONS' });
      expect([options.status, options.headers.allow, options.body]).toEqual([204, allowed, '']);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (one) => !allowed.includes(one),
      )) {
        const { status, headers, body } = await web.send(path, { method, token });
        expect([method, status, headers.allow]).toEqual([method, 405, allowed]);
        expect(JSON.parse(body)).toMatchObject({ status: 405, title: 'Method not allowed' });
      }
    },
  );
});

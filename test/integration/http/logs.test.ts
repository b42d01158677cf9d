import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, form } from '#test/setup/http-client';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';

const web = await openTestWeb();
const { a, b } = web;
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const requestIds: string[] = [];
const statuses: number[] = [];
const call = async (path: string, sent = {}) => {
  const answer = await web.send(path, sent);
  requestIds.push(String(answer.headers['x-request-id']));
  statuses.push(answer.status);
  return answer;
};
const words = (text: string) => encodeURIComponent(text);

beforeAll(async () => {
  for (const organization of [a, b]) {
    const cookie = await web.signInAs('hr_partner', organization);
    const token = await web.token('hr_partner', { of: organization });
    const { employeeId, externalId } = organization.person(3);
    const { email } = organization.members.hr_partner;
    const base = `/o/${organization.slug}`;
    const pages = [
      '',
      '/heatmap',
      '/heatmap?rows=person',
      `/people/${employeeId}`,
      '/people/nobody',
      '/nothing',
    ];
    for (const path of pages) await call(`${base}${path}`, { cookie });
    for (const path of pages) await call(`${base.toUpperCase()}${path}.data`, { cookie });
    const names = [externalId, email, `Person 03 ${organization.canary}`, organization.slug];
    for (const name of names) {
      await call(`${base}/people/${words(name)}`, { cookie });
      await call(`${base}/people/${words(name)}/more`, { cookie });
      await call(`/api/v1/profiles/${words(name)}`, { token });
      await call(`/api/v1/profiles/externalId:${words(name)}`, { token });
      await call(`/api/v1/profiles/${words(`externalId:${name}`)}`, { token });
      await call(`/api/v1/occupations?query=${words(name)}`, { token });
      await call(`/api/v1/heatmap?parent=${words(name)}`, { token });
      await call(`/login?next=${words(`/o/${name}`)}`);
    }
    await call('/login', form(web.origin, { email, password: 'wrong' }));
    await call('/login', form(web.origin, { email, password: TEST_PASSWORD, next: base }));
    await call('/login', form('https://evil.example', { email, password: TEST_PASSWORD }));
    await call('/api/v1/heatmap?rows=person', { token });
  }
  await breakTheDatabase();
});

/** A table that is missing and a column that refuses: errors of the database that carry statements and values. */
async function breakTheDatabase() {
  const cookie = await web.signInAs('hr_partner');
  const token = await web.token('hr_partner');
  await admin`alter table public.heatmap_cells rename to elsewhere`;
  await call(`/o/${a.slug}/heatmap`, { cookie });
  await call('/api/v1/heatmap', { token });
  await admin`alter table public.elsewhere rename to heatmap_cells`;
  await admin`alter table auth.sessions add constraint planted check (user_id = session_hash::uuid) not valid`;
  const { email } = a.members.owner;
  await call('/login', form(web.origin, { email, password: TEST_PASSWORD }));
  await admin`alter table auth.sessions drop constraint planted`;
}

type Line = Readonly<Record<string, unknown>>;
const lines = (): Line[] => web.logLines.map((line) => JSON.parse(line) as Line);

describe('the log of the web process', () => {
  it('has one line for every request, with the id that the response carried, and how it ended', () => {
    const ended = lines().filter((line) => line['msg'] === 'request');
    const logged = new Map(ended.map((line) => [line['requestId'], line['status']]));
    expect(requestIds.length).toBeGreaterThan(80);
    expect(requestIds.map((id) => logged.get(id))).toEqual(statuses);
    console.info(`logs: ${requestIds.length} requests, ${web.logLines.length} lines`);
  });

  it('names nobody: no canary of either organization, no address, no password, no token', () => {
    const text = web.logLines.join('');
    const secrets = [
      a.canary,
      b.canary,
      TEST_PASSWORD,
      'example.test',
      'Person 0',
      'cadre_',
      'Bearer',
      '__Host-',
    ];
    for (const secret of secrets) {
      const hits = web.logLines.filter((line) => line.toLowerCase().includes(secret.toLowerCase()));
      expect([secret, hits]).toEqual([secret, []]);
    }
    expect(text).not.toMatch(/select |insert into|values \(/i);
  });

  it('holds only what is named to be logged', () => {
    const known = [
      'level',
      'time',
      'process',
      'msg',
      'requestId',
      'method',
      'path',
      'status',
      'ms',
      'kind',
      'error',
      'who',
      'by',
      'secondFactor',
      'stage',
    ];
    const inError = ['name', 'code', 'at'];
    for (const line of lines()) {
      for (const name of Object.keys(line)) expect(known).toContain(name);
      for (const name of Object.keys((line['error'] as Line | undefined) ?? {}))
        expect(inError).toContain(name);
    }
  });

  it('says when in one time, that of the world', () => {
    const times = lines().map((line) => String(line['time']));
    expect(times.filter((time) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time))).toEqual([]);
    expect(times.filter((time) => Math.abs(Date.parse(time) - Date.now()) > 600_000)).toEqual([]);
  });

  it('says which sessions began, which proofs were refused, and what tried to get round', async () => {
    const { email } = a.members.executive;
    const about = async (ask: Promise<Answer>) => {
      const id = (await ask).headers['x-request-id'];
      return lines().filter((line) => line['requestId'] === id && line['msg'] !== 'request');
    };
    const signIn = (password: string, site = 'same-origin') => {
      const sent = form(web.origin, { email, password });
      return web.send('/login', { ...sent, headers: { ...sent.headers, 'Sec-Fetch-Site': site } });
    };
    const [begun] = await about(signIn(TEST_PASSWORD));
    const [again] = await about(signIn(TEST_PASSWORD));
    expect(begun).toMatchObject({
      msg: 'a session began',
      by: 'password',
      secondFactor: null,
      stage: 'full',
    });
    expect([begun?.['who'], begun?.['who']]).toEqual([expect.stringMatching(/^[\w-]{16}$/), again?.['who']]);
    expect(await about(signIn('wrong'))).toMatchObject([{ msg: 'a proof was refused', by: 'password' }]);
    const tooMany = async () => {
      for (let tries = 0; tries < 20; tries += 1) {
        const said = await about(
          web.send('/login', form(web.origin, { email: 'nobody@x.org', password: 'x' })),
        );
        if (said[0]?.['msg'] === 'too many tries') return said[0]['level'];
      }
      return 'never';
    };
    expect(await tooMany()).toBe(40);
    const employee = await web.signInAs('employee');
    const [abroad, forbidden, tokenless] = [
      await about(signIn(TEST_PASSWORD, 'cross-site')),
      await about(web.send(`/o/${a.slug}/settings/tokens`, { cookie: employee })),
      await about(web.send('/api/v1/me', { token: 'x'.repeat(40) })),
    ];
    const hasWarning = (said: readonly Line[], what: Line) =>
      expect(said).toEqual(expect.arrayContaining([expect.objectContaining({ ...what, level: 40 })]));
    hasWarning(abroad, { msg: 'a request from another site was refused' });
    hasWarning(forbidden, { msg: 'refused', kind: 'forbidden' });
    hasWarning(tokenless, { msg: 'no valid token' });
  });

  it('says of a failure what kind it was and where, and the answer says its request id alone', async () => {
    const failures = lines().filter((line) => line['msg'] === 'failed');
    const codes = failures.map((line) => (line['error'] as Line)['code']);
    expect(codes).toEqual(expect.arrayContaining(['42P01']));
    for (const line of failures) expect(requestIds).toContain(line['requestId']);
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThanOrEqual(3);
  });

  it('tells errors of ours from faults of the caller: those are not logged as failures', () => {
    const failed = new Set(
      lines().flatMap((line) => (Number(line['level']) >= 50 ? [line['requestId']] : [])),
    );
    const wrongly = requestIds.filter((id, index) => failed.has(id) && (statuses[index] ?? 0) < 500);
    expect(wrongly).toEqual([]);
  });
});

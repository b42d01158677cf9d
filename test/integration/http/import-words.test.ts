import { beforeAll, expect, it } from 'vitest';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { sourceForm } from '#test/fixtures/uploads/source-form';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const jobs = jobRunner(web.db);
const { a } = web;
const HEADER = 'external_id,name,email,title,team,kind,Payroll mark';
const fileOf = (prefix: string) =>
  [
    HEADER,
    `${prefix}1,Ida Lund,,Guard,Words,Werkstudent,x`,
    `${prefix}2,Ole Lund,,Guard,Words,"Stage ""court""",x`,
    '',
  ].join('\n');
let partner: string;

beforeAll(async () => {
  partner = await web.signInAs('hr_partner');
});

async function preview(content: string): Promise<string> {
  const { headers } = await web.send(`/o/${a.slug}/imports`, {
    ...sourceForm(web.origin, { name: 'people.csv', content }),
    cookie: partner,
  });
  await jobs.run();
  return headers.location ?? '';
}

const page = async (place: string) =>
  (await web.send(place, { cookie: partner })).body.replaceAll('<!-- -->', '');
const say = (place: string, fields: Record<string, string>) =>
  web.send(place, { ...form(web.origin, fields), cookie: partner });

it('words that are not known are said in the page by its form alone, remembered, and taken back', async () => {
  const place = await preview(fileOf('W'));
  const first = await page(place);
  expect(first).toContain('0 new, 0 changed, 0 unchanged.');
  expect(first).toContain('Say what these words mean');
  expect(first).toContain('“Stage &quot;court&quot;”');
  const said = await say(place, { intent: 'words', word: 'kind employee werkstudent' });
  expect(said.status).toBe(302);
  await jobs.run();
  const second = await page(place);
  expect(second).toContain('1 new, 0 changed, 0 unchanged.');
  expect(second).toContain('stagecourt');
  expect(second).not.toContain('“Werkstudent”');

  // The next file with these columns is read so, and its page offers to say it otherwise.
  const next = await preview(fileOf('V'));
  expect(await page(next)).toContain('1 new, 0 changed, 0 unchanged.');
  const columns = await page(`${next}?columns`);
  expect(columns).toMatch(/<option value="kind employee werkstudent" selected="">/);
  await say(next, { intent: 'words', word: 'kind unknown werkstudent' });
  await jobs.run();
  expect(await page(next)).toContain('0 new, 0 changed, 0 unchanged.');
});

it('takes no other words in its form', async () => {
  const place = await preview(fileOf('U'));
  for (const word of ['kind boss werkstudent', 'title employee werkstudent', 'kind', 'status employee x'])
    expect([word, (await say(place, { intent: 'words', word })).status]).toEqual([word, 422]);
});

it('a word that nobody can say is told cut, and does not keep the others from being said', async () => {
  const long = 'Werkstudentin '.repeat(7).trim();
  const place = await preview(
    `${fileOf('S').trimEnd()}\nS3,Eva Lund,,Guard,Words,${long},x\nS4,Jan Lund,,Guard,Words,-\u0001-,x\n`,
  );
  const first = await page(place);
  expect(first).toContain(`“${long.slice(0, 40)}…” in 1 row is longer than 80 characters`);
  const offered = [...first.matchAll(/<option value="(kind [^"]+)" selected="">/g)].map(([, value]) => value);
  expect(offered).toEqual(['kind unknown - -', 'kind unknown stagecourt', 'kind unknown werkstudent']);
  const body = new URLSearchParams([['intent', 'words']]);
  for (const value of offered) body.append('word', (value ?? '').replace('unknown', 'agency'));
  const said = await web.send(place, { ...form(web.origin, {}), body: body.toString(), cookie: partner });
  expect(said.status).toBe(302);
  await jobs.run();
  const second = await page(place);
  expect(second).toContain('3 new, 0 changed, 0 unchanged.');
  // Nothing is left that could be said: the card says what is wrong, and offers no second preview.
  expect(second).toContain('is longer than 80 characters');
  expect(second).not.toContain('value="words"');
});

it('words are said through the API with the file', async () => {
  const token = await web.token('hr_partner');
  const send = async (words: string) => {
    const sent = sourceForm(web.origin, {
      ...{ name: 'people.csv', content: fileOf('T'), fields: { kind: 'employees', words } },
    });
    const { Origin: _, 'Sec-Fetch-Site': __, ...headers } = sent.headers as Record<string, string>;
    return web.send('/api/v1/imports', {
      method: 'POST',
      token,
      headers,
      ...(sent.body ? { body: sent.body } : {}),
    });
  };
  const refused = await send('{"kind":{"Werkstudent":"boss"}}');
  expect([refused.status, JSON.parse(refused.body).errors[0].pointer]).toEqual([422, '/words']);
  const long = await send(JSON.stringify({ kind: { ['ä'.repeat(60)]: 'employee' } }));
  expect(JSON.parse(long.body).errors).toEqual([
    { pointer: '/words', detail: `kind: "${'ä'.repeat(40)}" is longer than 80 characters.` },
  ]);
  const begun = await send('{"kind":{"Werkstudent":"employee","Stage court":"agency"}}');
  expect(begun.status).toBe(202);
  await jobs.run();
  const told = JSON.parse((await web.send(begun.headers.location ?? '', { token })).body);
  expect(told).toMatchObject({ state: 'done', created: 2, rejectedCount: 0 });
  const ole = JSON.parse((await web.send('/api/v1/employees/externalId:T2', { token })).body);
  expect(ole.kind).toBe('agency');
});

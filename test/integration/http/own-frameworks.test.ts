import { describe, expect, it } from 'vitest';
import type { MemberKey } from '#test/factories/canary-organization';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const SOC = '33-9032.00';
const web = await openTestWeb();
const cookies = new Map<MemberKey, string>();
for (const key of ['admin', 'hr_partner', 'employee'] as const) cookies.set(key, await web.signInAs(key));
const abroad = await web.signInAs('hr_partner', web.b);

const at = (path: string, slug = web.a.slug) => `/o/${slug}/frameworks${path}`;
const cookieOf = (key: MemberKey) => cookies.get(key) ?? '';
const get = (path: string, key: MemberKey = 'hr_partner') => web.send(path, { cookie: cookieOf(key) });
const post = (path: string, fields: Readonly<Record<string, string>>, cookie = cookieOf('hr_partner')) =>
  web.send(path, { ...form(web.origin, fields), cookie });
const revisionIn = (body: string) => /name="revision" value="(\d+)"/u.exec(body)?.[1] ?? '';
const WORDS = { rank: '1', dimension: '', label: 'Keys', behaviour: 'Counts every key' };

/** A new draft of organization a as a copy of the shared framework; its address. */
async function begin(version: string): Promise<string> {
  const page = await get(at(`/new?soc=${SOC}&instrument=mastery`));
  const copyOf = /name="copyOf"[^>]*value="([0-9a-f-]{36})"/u.exec(page.body)?.[1] ?? '';
  const answer = await post(at('/new'), { soc: SOC, instrument: 'mastery', version, copyOf });
  expect(answer.status).toBe(302);
  return String(answer.headers.location).replace(/\?.*/u, '');
}
const details = (version: string) => ({
  do: 'details',
  version,
  source: 'House rules',
  licence: 'Our own',
  attribution: '',
  address: '',
  contextCovered: '',
});

describe('an own framework, from a copy to the page of its occupation', () => {
  it('is begun, edited and published with plain forms, and shown to its organization alone', async () => {
    const place = await begin('own-1');
    const page = await get(place);
    expect(page.body).toContain('Gate registers');
    const added = await post(place, { do: 'add', revision: revisionIn(page.body), ...WORDS });
    expect([added.status, added.headers.location]).toEqual([302, `${place}?done=add#level-1`]);
    const saved = await post(place, { revision: '2', ...details('own-1') });
    expect(saved.status).toBe(302);
    const hidden = await get(`/o/${web.a.slug}/occupations/${SOC}?view=mastery`, 'employee');
    expect(hidden.body).not.toContain('Counts every key');
    const published = await post(place, { do: 'publish', revision: '3' });
    expect(published.status).toBe(302);
    const shown = await get(`/o/${web.a.slug}/occupations/${SOC}?view=mastery`, 'employee');
    expect(shown.body).toContain('Counts every key');
    const moved = await get(place);
    expect([moved.status, moved.headers.location]).toEqual([
      302,
      String(published.headers.location).replace(/\?.*/u, ''),
    ]);
    expect((await get(at(''))).body).toContain('Published');
    const other = await web.send(`/o/${web.b.slug}/occupations/${SOC}?view=mastery`, { cookie: abroad });
    expect(other.body).not.toContain('Counts every key');
    for (const address of [place, String(published.headers.location)]) {
      const path = address.replace(web.a.slug, web.b.slug).replace(/\?.*/u, '');
      expect((await web.send(path, { cookie: abroad })).status).toBe(404);
      expect((await post(path, { do: 'discard', revision: '3' }, abroad)).status).toBe(404);
    }
    expect((await web.send(at('', web.b.slug), { cookie: abroad })).body).not.toContain('own-1');
  });

  it('is a CSV file in the application and the API, for its organization alone', async () => {
    const path = `/occupations/${SOC}/frameworks/mastery`;
    const file = await get(`/o/${web.a.slug}${path}.csv?version=own-1`, 'employee');
    expect([file.status, file.headers['content-type'], file.headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      `attachment; filename="${SOC}-mastery-own-1.csv"`,
    ]);
    expect(file.body).toContain('Keys,Counts every key');
    const token = await web.token('employee');
    const resource = await web.send(`/api/v1${path}?format=csv&version=own-1`, { token });
    expect([resource.status, `\ufeff${resource.body}`]).toEqual([200, file.body]);
    const elsewhere = await web.token('hr_partner', { of: web.b });
    expect((await web.send(`/api/v1${path}?format=csv`, { token: elsewhere })).body).not.toContain('Keys');
    const refused = [
      await web.send(`/api/v1${path}?format=csv&version=own-1`, { token: elsewhere }),
      await web.send(`/api/v1${path}?version=own-1`, { token: elsewhere }),
      await web.send(`/o/${web.b.slug}${path}.csv?version=own-1`, { cookie: abroad }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await web.send(`/api/v1${path}?format=xlsx`, { token })).status).toBe(422);
  });
});

describe('two who edit one draft', () => {
  it('the second gets 409, what the first changed, and the own words back; then saves on that', async () => {
    const place = await begin('own-2');
    const seen = revisionIn((await get(`${place}?edit=s1`)).body);
    const save = (behaviour: string, revision: string, key: MemberKey) =>
      post(`${place}?edit=s1`, { ...WORDS, do: 'save:s1', revision, behaviour }, cookieOf(key));
    expect((await save('Written by the first', seen, 'admin')).status).toBe(302);
    const told = await save('Written by the second', seen, 'hr_partner');
    expect(told.status).toBe(409);
    expect(told.body).toContain('Somebody else changed this draft after you opened it.');
    expect(told.body).toContain('Keys — Written by the first');
    expect(told.body).toMatch(/<textarea[^>]*name="behaviour"[^>]*>Written by the second<\/textarea>/u);
    expect(revisionIn(told.body)).toBe('2');
    expect((await save('Written by the second', '2', 'hr_partner')).status).toBe(302);
    expect((await get(place)).body).toContain('Written by the second');
  });

  it('whoever edits what another one deleted or discarded gets the words back', async () => {
    const place = await begin('own-3');
    expect((await post(place, { do: 'delete:s1', revision: '1' })).status).toBe(302);
    const late = { ...WORDS, do: 'save:s1', revision: '1', behaviour: 'Written too late' };
    const told = await post(`${place}?edit=s1`, late);
    expect(told.status).toBe(409);
    expect(told.body).toContain('was taken out');
    expect(told.body).toMatch(/<textarea[^>]*name="behaviour"[^>]*>Written too late<\/textarea>/u);
    expect(told.body).toContain('Add statement');
    expect((await post(place, { do: 'discard', revision: '2' })).headers.location).toBe(at('?discarded=1'));
    const gone = await post(`${place}?edit=s1`, late);
    expect(gone.status).toBe(404);
    expect(gone.body).toContain('Written too late');
  });
});

describe('what is refused', () => {
  it('a statement with markup, with its fault at the field and the words kept', async () => {
    const place = await begin('own-4');
    const refused = await post(`${place}?add=1`, {
      ...WORDS,
      do: 'add',
      revision: '1',
      behaviour: '<b>x</b>',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('starts HTML or script');
    expect(refused.body).toContain('&lt;b&gt;x&lt;/b&gt;</textarea>');
    expect(refused.body).toContain('aria-invalid="true"');
    expect((await post(place, { ...details('own-4'), revision: '1', licence: '' })).status).toBe(302);
    const published = await post(place, { do: 'publish', revision: '2' });
    expect([published.status, (await get(place)).status]).toEqual([422, 200]);
    expect(published.body).toContain('who may use these texts?');
    expect((await post(place, { do: 'details', revision: 'x' })).status).toBe(422);
    expect((await post(at('/new'), { soc: SOC, instrument: 'mastery', version: 'own-4' })).status).toBe(422);
  });

  it('readers of the catalogue: the list, the editor, every form', async () => {
    const place = await begin('own-5');
    for (const path of [at(''), at('/new'), place]) expect((await get(path, 'employee')).status).toBe(403);
    const forms = [at('/new'), place].map((path) =>
      post(path, { do: 'discard', revision: '1' }, cookieOf('employee')),
    );
    expect((await Promise.all(forms)).map(({ status }) => status)).toEqual([403, 403]);
    expect((await get(`/o/${web.a.slug}/occupations/${SOC}`, 'employee')).body).not.toContain(
      'Write your own',
    );
    expect((await get(`/o/${web.a.slug}/occupations/${SOC}`)).body).toContain('Write your own');
  });
});

import { describe, expect, it } from 'vitest';
import { computeFigures } from '#test/factories/seed-organization';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';

const web = await openTestWeb();
const { a } = web;
const cookies = { hr: await web.signInAs('hr_partner'), executive: await web.signInAs('executive') };
const heatmap = `/o/${a.slug}/heatmap`;
const page = (search: string, cookie = cookies.hr, tag?: string) =>
  web.send(`${heatmap}${search}`, { cookie, ...(tag ? { headers: { 'If-None-Match': tag } } : {}) });
const tagOf = ({ headers }: { readonly headers: { readonly etag?: string | undefined } }) =>
  headers.etag ?? 'none';

describe('a saved view and its link', () => {
  const views = `${heatmap}/views`;
  const post = (fields: Readonly<Record<string, string>>, cookie = cookies.hr) =>
    web.send(views, { ...form(web.origin, fields), cookie });

  it('is kept by a form, with the state that the page understands and nothing else', async () => {
    const address = `parent=${a.teams.top}&cell=person:${a.person(3).employeeId}:mastery&figure=gap&role=owner`;
    const save = { intent: 'save', name: 'Gaps of the top', address, shared: 'yes' };
    expect((await post(save)).status).toBe(302);
    expect((await post(save)).status).toBe(409);
    expect((await post({ ...save, name: 'Other', savedBy: 'somebody' })).status).toBe(422);
    for (const cookie of Object.values(cookies)) {
      const { body } = await web.send(views, { cookie });
      expect(body).toContain(`href="${heatmap}?parent=${a.teams.top}&amp;figure=gap"`);
      expect(body).not.toContain(a.person(3).employeeId);
    }
    expect((await post(save, await web.signInAs('employee'))).status).toBe(403);
  });

  it('shows an executive what is released, whatever its address asks', async () => {
    const live = (await page(`?parent=${a.teams.top}&figure=gap`)).body;
    expect(live).toContain('1.9 beneath: mean level');
    const plain = (await page(`?parent=${a.teams.top}`, cookies.executive)).body;
    const matrixOf = (body: string) =>
      /<table[\s\S]*<\/table>/.exec(body)?.[0].replaceAll(/href="[^"]*"/g, '') ?? 'none';
    const opened = (await page(`?parent=${a.teams.top}&figure=gap`, cookies.executive)).body;
    expect(matrixOf(opened)).toContain('matrix-cell');
    expect(matrixOf(opened)).toBe(matrixOf(plain));
    for (const asked of ['rows=site', 'filter[available]=yes', 'rows=band&figure=trend&since=2020-01-31'])
      expect((await page(`?${asked}`, cookies.executive)).body).toContain('Released by team only');
    expect((await page('?rows=person', cookies.executive)).status).toBe(404);
    const cell = `?parent=${a.teams.top}&cell=person:${a.person(3).employeeId}:mastery`;
    expect((await page(cell, cookies.executive)).body).not.toContain(a.person(3).externalId);
  });
});

describe('an unchanged view', () => {
  const rate = async (level: string) => {
    const header = 'employee_external_id,rater,assessed_on,occupation,dimension,level';
    const text = [header, `${a.person(3).externalId},calibrated,${a.today},,mastery,${level}`, ''].join('\n');
    const given = { file: 'n.csv', text, today: a.today, importedBy: 'test' };
    const frameworkVersionsOf = (soc: string) => ({ durable: `durable of ${soc}` });
    await web.db.tenant(a.organizationId, (ctx) => importAssessments(ctx, { ...given, frameworkVersionsOf }));
    await computeFigures(web.db, a.organizationId);
  };

  it('is told by 304 without a body, as page and as data, until a figure is new', async () => {
    for (const search of ['', '.data']) {
      const path = (tag?: string) =>
        web.send(`${heatmap}${search}`, {
          cookie: cookies.hr,
          ...(tag ? { headers: { 'If-None-Match': `W/"x", ${tag}` } } : {}),
        });
      const first = await path();
      expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
      expect(await path(tagOf(first))).toMatchObject({
        status: 304,
        body: '',
        headers: { 'cache-control': 'no-store' },
      });
    }
    const first = await page('');
    await rate('4');
    const second = await page('', cookies.hr, tagOf(first));
    expect(second.status).toBe(200);
    expect(tagOf(second)).not.toBe(tagOf(first));
    expect((await page('', cookies.hr, tagOf(second))).status).toBe(304);
    expect((await page('?figure=gap', cookies.hr, tagOf(second))).status).toBe(200);
  });

  it('is never told to another role, by the page or by the API', async () => {
    expect((await page('', cookies.executive, tagOf(await page('')))).status).toBe(200);
    const tokens = [
      await web.token('executive'),
      await web.token('director', { teamScope: [a.teams.north] }),
      await web.token('hr_partner'),
    ];
    const ask = (token: string, tag = 'none') =>
      web.send(`/api/v1/heatmap?parent=${a.teams.top}`, { token, headers: { 'If-None-Match': tag } });
    const tags = await Promise.all(tokens.map(async (token) => tagOf(await ask(token))));
    for (const [at, token] of tokens.entries())
      for (const [of, tag] of tags.entries())
        expect((await ask(token, tag)).status).toBe(at === of ? 304 : 200);
  });
});

describe('two groups side by side', () => {
  const { north, south } = a.teams;
  const address = (first: string, second: string) => `a=${first}&b=${second}`;
  const api = async (query: string, token: string) => {
    const { status, body } = await web.send(`/api/v1/heatmap/comparison?${query}`, { token });
    return { status, json: JSON.parse(body) };
  };

  it('are told alike by page, file and API, with what GET /why explains', async () => {
    const token = await web.token('hr_partner');
    const { json } = await api(address(north, south), token);
    const [level] = json.differences;
    const cellOf = (row: { cells: { dimension: string; mean: number }[] }) =>
      row.cells.find(({ dimension }) => dimension === level.dimension)?.mean ?? Number.NaN;
    expect(level.mean).toBeCloseTo(cellOf(json.a) - cellOf(json.b), 12);
    for (const name of level.why) {
      const { body, status } = await web.send(`/api/v1/why?figure=${name}`, { token });
      expect(status).toBe(200);
      expect([cellOf(json.a), cellOf(json.b)]).toContain(JSON.parse(body).value);
    }
    const shown = await web.send(`${heatmap}/compare?${address(north, south)}`, { cookie: cookies.hr });
    expect(shown.body).toContain(`cell=group%3A${north}%3A${level.dimension}`);
    const file = await web.send(`${heatmap}/compare/export?${address(north, south)}`, { cookie: cookies.hr });
    expect(file.body.replaceAll("'", '')).toContain(`,${level.mean},`);
  });

  it('are for an executive the released cells and nothing beside', async () => {
    const token = await web.token('executive');
    const { json } = await api(address(north, south), token);
    const whole = JSON.parse((await web.send(`/api/v1/heatmap?parent=${a.teams.top}`, { token })).body);
    for (const row of [json.a, json.b])
      expect(row).toEqual(whole.rows.find(({ id }: { id: string }) => id === row.id));
    for (const { suppressed, why, mean, meanGap, standardError } of json.differences) {
      expect([meanGap, standardError]).toEqual([null, null]);
      if (suppressed) expect([mean, why]).toEqual([null, null]);
    }
    expect((await api('rows=band&a=1&b=2', token)).status).toBe(403);
    expect((await api(`${address(north, south)}&filter[band]=1`, token)).status).toBe(403);
    expect((await api(address(north, north), token)).status).toBe(422);
    expect((await api(address(north, cookies.hr.slice(0, 36)), token)).status).toBe(422);
    expect((await api(address(north, web.b.teams.north), token)).status).toBe(404);
  });

  it('are refused on the page in words, with the way back to what the reader may compare', async () => {
    const shown = async (query: string) => {
      const { status, body } = await web.send(`${heatmap}/compare?${query}`, { cookie: cookies.executive });
      return { status, body: body.replaceAll('&amp;', '&') };
    };
    const filtered = await shown(`${address(north, south)}&filter[band]=1`);
    expect(filtered.status).toBe(200);
    expect(filtered.body).toContain('Figures for your role are released by team, without filters.');
    expect(filtered.body).toContain(
      `/heatmap/compare?${address(north, south)}">Compare teams without filters`,
    );
    const bands = await shown('rows=band&a=1&b=2');
    expect(bands.status).toBe(200);
    expect(bands.body).toContain('/heatmap/compare">Compare teams without filters');
  });
});

describe('the view as a picture', () => {
  it('is an SVG with as-of, filters and note, and of an executive the released cells', async () => {
    const picture = (search: string, cookie: string) => web.send(`${heatmap}/picture${search}`, { cookie });
    const live = await picture(`?parent=${a.teams.top}&filter[band]=2&figure=gap`, cookies.hr);
    expect(live.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': expect.stringContaining('.svg"'),
    });
    expect(live.body).toContain('Only Role band: Mid-level / Established');
    expect(live.body).toContain('below target');
    const released = await picture(`?parent=${a.teams.top}&figure=gap`, cookies.executive);
    expect(released.body).toContain('released figures of');
    expect(released.body).toContain('hidden to protect individuals');
    expect(released.body).not.toContain('below target');
    expect((await picture('?rows=band', cookies.executive)).status).toBe(403);
  });
});

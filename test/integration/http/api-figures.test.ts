import { describe, expect, it } from 'vitest';
import { computeFigures } from '#test/factories/seed-organization';
import { openTestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { addDays } from '~/shared/calendar-day';

const web = await openTestWeb();
const { a } = web;
const tokens = { hr: await web.token('hr_partner'), executive: await web.token('executive') };
const get = async (path: string, token = tokens.hr) => {
  const answer = await web.send(`/api/v1${path}`, { token });
  return { ...answer, json: JSON.parse(answer.body) };
};

describe('heatmap', () => {
  const cellOf = (json: { rows: { name: string; cells: { dimension: string }[] }[] }, name: string) =>
    json.rows
      .find((row) => row.name.startsWith(name))
      ?.cells.find(({ dimension }) => dimension === 'mastery');

  it('is paged by Link until every person was there once', async () => {
    const names: string[] = [];
    for (let path: string | undefined = '/heatmap?rows=person&limit=10'; path; ) {
      const { json, headers } = await get(path);
      expect(json.rows.length).toBeLessThanOrEqual(10);
      names.push(...json.rows.map((row: { name: string }) => row.name));
      path = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1];
    }
    expect(names).toHaveLength(27);
    expect(new Set(names).size).toBe(27);
    expect(names).toEqual([...names].sort());
  });

  it('shows a token with a team scope its own subtree live, the rest as released', async () => {
    const token = await web.token('director', { teamScope: [a.teams.north] });
    const own = async () => cellOf((await get(`/heatmap?parent=${a.teams.top}`, token)).json, 'North');
    const elsewhere = async () => (await get('/heatmap', token)).json.rows;
    const before = { own: await own(), elsewhere: await elsewhere() };
    expect(before.own).toMatchObject({ suppressed: false, distribution: expect.any(Array) });
    expect(before.elsewhere.length).toBeGreaterThan(0);
    expect(JSON.stringify(before.elsewhere)).not.toContain('distribution');
    for (const person of [3, 4, 14, 15]) await rate(person, '4');
    await computeFigures(web.db, a.organizationId);
    expect(await own()).not.toEqual(before.own);
    expect(await elsewhere()).toEqual(before.elsewhere);
  });

  it('gives a suppressed role only what method.md 9.6 names', async () => {
    const allowed = ['dimension', 'suppressed', 'people', 'assessed', 'mean', 'atTargetBand'];
    const { json } = await get('/heatmap', tokens.executive);
    expect(json.rows.length).toBeGreaterThan(0);
    for (const row of json.rows) {
      for (const cell of row.cells) {
        for (const name of Object.keys(cell)) expect(allowed).toContain(name);
        if (cell.suppressed) expect(Object.keys(cell).sort()).toEqual(['dimension', 'suppressed']);
      }
    }
  });

  it('is given of past days as they are known now, and of no day to come', async () => {
    const { json } = await get('/heatmap');
    expect((await get(`/heatmap?asOf=${json.asOf}`)).json).toEqual(json);
    const past = await get(`/heatmap?asOf=${addDays(json.asOf, -1)}`);
    expect(past.json.asOf).toBe(addDays(json.asOf, -1));
    expect(past.json.rows.map((row: { name: string }) => row.name)).toEqual(
      json.rows.map((row: { name: string }) => row.name),
    );
    const { status, json: problem } = await get('/heatmap?asOf=2999-02-01');
    expect(status).toBe(422);
    expect(problem.errors).toEqual([{ pointer: 'asOf', detail: expect.stringContaining('a day to come') }]);
  });

  it('is told by site and under filters, to a suppressed role by team only', async () => {
    const { json } = await get('/heatmap?rows=band&filter[available]=yes&filter[kind]=employee');
    expect(json.rows.length).toBeGreaterThan(0);
    expect(json.rows[0].cells[0]).toMatchObject({ suppressed: false, distribution: expect.any(Array) });
    for (const asked of ['rows=site', 'rows=occupation', 'filter[band]=1', `filter[team]=${a.teams.north}`])
      expect((await get(`/heatmap?${asked}`, tokens.executive)).status).toBe(403);
    expect((await get('/heatmap?filter[band]=9')).status).toBe(422);
  });

  it('says in the cells of people what the target is, and under which occupation they were rated', async () => {
    const { employeeId } = a.person(5);
    const rowOf = async () => {
      const { json } = await get('/heatmap?rows=person&limit=1000');
      return json.rows.find(({ id }: { id: string }) => id === employeeId);
    };
    const free = (await rowOf()).cells.find(({ assessed }: { assessed: number }) => assessed === 0);
    await rate(5, '3', { dimension: free.dimension, occupation: '11-1021.00' });
    await computeFigures(web.db, a.organizationId);
    const row = await rowOf();
    const cell = row.cells.find(({ dimension }: { dimension: string }) => dimension === free.dimension);
    expect(cell).toMatchObject({
      mean: 3,
      rater: 'calibrated',
      ratedAs: '11-1021.00',
      frameworkVersions: ['durable of 11-1021.00'],
    });
    for (const one of row.cells)
      expect(typeof one.defaultTarget).toBe(one.meanTarget === null ? 'undefined' : 'boolean');
    const team = (await get('/heatmap')).json.rows.flatMap((each: { cells: object[] }) => each.cells);
    expect(
      team.some((each: { frameworkVersions: string[] }) =>
        each.frameworkVersions.includes('durable of 11-1021.00'),
      ),
    ).toBe(true);
  });
});

async function rate(
  person: number,
  level: string,
  { dimension = 'mastery', occupation = '' }: { dimension?: string; occupation?: string } = {},
) {
  const { externalId } = a.person(person);
  const text = [
    'employee_external_id,rater,assessed_on,occupation,dimension,level',
    `${externalId},calibrated,${a.today},${occupation},${dimension},${level}`,
    '',
  ].join('\n');
  const given = { file: 'r.csv', text, today: a.today, importedBy: 'test' };
  const frameworkVersionsOf = (soc: string) => ({ durable: `durable of ${soc}` });
  await web.db.tenant(a.organizationId, (ctx) => importAssessments(ctx, { ...given, frameworkVersionsOf }));
}

describe('profiles', () => {
  it('are as of a day that is over, as known now', async () => {
    await rate(6, '2');
    await computeFigures(web.db, a.organizationId);
    const { employeeId } = a.person(6);
    const levelOn = async (day: string) => {
      const { json } = await get(`/profiles/${employeeId}?asOf=${day}`);
      expect(json).toMatchObject({ asOf: day });
      return json.dimensions.find((row: { dimension: string }) => row.dimension === 'mastery');
    };
    expect(await levelOn(a.today)).toMatchObject({ level: 2, rater: 'calibrated', importedBy: 'test' });
    expect((await levelOn(addDays(a.today, -1))).rater).not.toBe('calibrated');
    expect(await levelOn('2001-01-01')).toMatchObject({ level: null, target: null });
    const { status, json } = await get(`/profiles/${employeeId}?asOf=${addDays(a.today, 1)}`);
    expect([status, json.errors[0].pointer]).toEqual([422, 'asOf']);
  });

  it('are the same by id and by external id', async () => {
    const { employeeId, externalId } = a.person(3);
    const byId = await get(`/profiles/${employeeId}`);
    expect(byId.json.dimensions.map((row: { dimension: string }) => row.dimension)).toEqual([...DIMENSIONS]);
    for (const key of [`externalId:${externalId}`, `externalId%3A${externalId}`, employeeId.toUpperCase()]) {
      expect((await get(`/profiles/${key}`)).json).toEqual(byId.json);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const writer = await web.token('hr_partner');
const { a, b } = web;

async function api(path: string, method = 'GET', body?: object, more: { token?: string; key?: string } = {}) {
  const { token = writer, key } = more;
  const headers = { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) };
  const sent = body ? { method, token, headers, body: JSON.stringify(body) } : { method, token };
  const answer = await web.send(`/api/v1${path}`, sent);
  return { ...answer, json: JSON.parse(answer.body) };
}

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const bare = ({ dimension, level, weight, critical }: Record<string, unknown>) => ({
  ...{ dimension, level, weight, critical },
});

describe('teams and sites of the API', () => {
  it('pages through the teams by Link, each once', async () => {
    const ids: string[] = [];
    let path: string | null = '/teams?limit=2';
    while (path) {
      const { json, headers }: Awaited<ReturnType<typeof api>> = await api(path);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      path = /^<\/api\/v1(.*)>; rel="next"$/.exec(String(headers['link'] ?? ''))?.[1] ?? null;
    }
    expect([...ids].sort()).toEqual(Object.values(a.teams).sort());
    const { json } = await api(`/teams/${a.teams.north}`);
    expect(json).toEqual({
      id: a.teams.north,
      name: `North ${a.canary}`,
      parentId: a.teams.top,
      closedOn: null,
    });
  });

  it('adds a team once for its key, and refuses another body with it', async () => {
    const key = randomUUID();
    const body = { name: 'Yard', parentId: a.teams.south };
    const [first, second] = await Promise.all([
      api('/teams', 'POST', body, { key }),
      api('/teams', 'POST', body, { key }),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect(first.headers['location']).toBe(`/api/v1/teams/${first.json.id}`);
    expect((await api('/teams', 'POST', { name: 'Other' }, { key })).status).toBe(422);
    expect((await api('/teams', 'POST', body)).json.errors).toEqual([
      { pointer: '/name', detail: expect.stringContaining('another team called Yard') },
    ]);
  });

  it('moves and renames by PATCH, and points at what it refuses', async () => {
    const { json: made } = await api('/teams', 'POST', { name: 'Pier' });
    const moved = await api(`/teams/${made.id}`, 'PATCH', { parentId: a.teams.north, name: 'Far pier' });
    expect(moved.json).toEqual({ id: made.id, name: 'Far pier', parentId: a.teams.north, closedOn: null });
    const circle = await api(`/teams/${a.teams.north}`, 'PATCH', { parentId: made.id });
    expect(circle.status).toBe(422);
    expect(circle.json.errors[0]).toEqual({
      pointer: '/parentId',
      detail: expect.stringContaining('Far pier → '),
    });
    for (const parentId of [b.teams.north, randomUUID()]) {
      const { status, json } = await api(`/teams/${made.id}`, 'PATCH', { parentId });
      expect([status, json.errors[0].pointer]).toEqual([422, '/parentId']);
    }
    expect((await api(`/teams/${made.id}`, 'PATCH', { organizationId: b.organizationId })).status).toBe(422);
    expect((await api(`/teams/${b.teams.north}`, 'PATCH', { name: 'x' })).status).toBe(404);
    const reader = await web.token('director', { teamScope: [a.teams.north] });
    expect((await api('/teams', 'POST', { name: 'x' }, { token: reader })).status).toBe(403);
    const seen = (await api('/teams', 'GET', undefined, { token: reader })).json.items;
    expect(seen.map(({ id }: { id: string }) => id)).not.toContain(a.teams.south);
  });

  it('closes a team from a day on, and opens it again where it stood', async () => {
    const { json: made } = await api('/teams', 'POST', { name: 'Jetty', parentId: a.teams.north });
    const change = (body: object) => api(`/teams/${made.id}`, 'PATCH', body);
    expect((await change({ closedOn: '2027-02-30' })).status).toBe(422);
    expect((await change({ closedOn: dayAfter(30), parentId: null })).json.errors[0].pointer).toBe(
      '/closedOn',
    );
    expect((await change({ name: 'Pier', from: dayAfter(3) })).json.errors[0].pointer).toBe('/from');
    expect((await change({ closedOn: dayAfter(30) })).json.closedOn).toBe(dayAfter(30));
    expect((await api(`/teams/${made.id}`)).json.closedOn).toBe(dayAfter(30));
    expect((await change({ closedOn: '1800-01-01' })).json.errors[0].pointer).toBe('/closedOn');
    for (const _twice of [1, 2]) expect((await change({ closedOn: null })).json).toEqual(made);
    expect((await change({ parentId: null, from: dayAfter(9) })).json.parentId).toBe(a.teams.north);
    const later = (await api(`/teams?asOf=${dayAfter(9)}&limit=1000`)).json.items;
    expect(later.find(({ id }: { id: string }) => id === made.id).parentId).toBeNull();
    expect((await api(`/teams/${a.teams.north}`, 'PATCH', { closedOn: dayAfter(9) })).status).toBe(409);
  });

  it('merges a site into another one', async () => {
    const { json: quay } = await api('/sites', 'POST', { name: 'Old quay' });
    const { json: dock } = await api('/sites', 'POST', { name: 'New dock' });
    for (const into of [quay.id, randomUUID()])
      expect((await api(`/sites/${quay.id}/merge`, 'POST', { into })).json.errors[0].pointer).toBe('/into');
    expect((await api(`/sites/${quay.id}/merge`, 'POST', { into: dock.id })).json).toEqual(dock);
    expect((await api(`/sites/${quay.id}`)).status).toBe(404);
  });

  it('writes what a post asks for and from where it is filled, and keeps what a person said', async () => {
    const place = `/positions/${a.positionId}`;
    const before = (await api(`${place}/profile`)).json.dimensions;
    const asked = { dimension: 'leadership', level: 3 };
    const written = await api(`${place}/profile`, 'PUT', { dimensions: [...before.map(bare), asked] });
    expect(written.json.dimensions).toEqual(
      expect.arrayContaining([
        ...before,
        { ...asked, weight: 1, critical: false, reason: null, reasonSource: null, saidOn: null },
      ]),
    );
    const nothing = { dimensions: [{ dimension: 'juggling', level: 1 }] };
    expect((await api(`${place}/profile`, 'PUT', nothing)).json.errors[0].pointer).toBe(
      '/dimensions/0/dimension',
    );
    const reasoned = { dimensions: [{ ...asked, reason: 'Leads' }] };
    expect((await api(`${place}/profile`, 'PUT', reasoned)).status).toBe(422);
    const pool = { bands: [2, 3], occupations: ['33-9032.00'], teamIds: [a.teams.north], siteIds: [] };
    expect((await api(`${place}/pool`, 'PUT', pool)).json).toEqual(pool);
    expect((await api(`${place}/pool`)).json).toEqual(pool);
    const foreign = await api(`${place}/pool`, 'PUT', { ...pool, teamIds: [b.teams.north] });
    expect([foreign.status, foreign.json.errors[0].pointer]).toEqual([422, '/teamIds']);
    const reader = { token: await web.token('employee') };
    expect((await api(`${place}/pool`, 'GET', undefined, reader)).status).toBe(404);
  });

  it('reads and changes a written target by its id', async () => {
    const place = '/targets/33-9032.00:4:mindfulness';
    expect((await api(place)).status).toBe(404);
    const target = { occupation: '33-9032.00', roleBand: 4, dimension: 'mindfulness', level: 2 };
    expect((await api('/targets', 'PATCH', { items: [target] })).status).toBe(200);
    const written = { ...target, id: '33-9032.00:4:mindfulness', weight: 1, critical: false };
    expect((await api(place)).json).toEqual(written);
    expect((await api('/targets?occupation=33-9032.00&roleBand=4')).json.items).toContainEqual(written);
    expect((await api(place, 'PATCH', { critical: true })).json).toEqual({ ...written, critical: true });
    expect((await api(place, 'PATCH', { level: 3, validFrom: dayAfter(9) })).json.level).toBe(3);
    expect((await api(place)).json).toEqual({ ...written, critical: true });
    for (const body of [{}, { level: 5 }, { roleBand: 3 }])
      expect((await api(place, 'PATCH', body)).status).toBe(422);
    expect((await api('/targets/33-9032.00:5:mindfulness', 'PATCH', { level: 1 })).status).toBe(404);
    const other = { token: await web.token('hr_partner', { of: b }) };
    expect((await api(place, 'GET', undefined, other)).status).toBe(404);
  });

  it('adds and renames sites', async () => {
    const made = await api('/sites', 'POST', { name: 'Quay 9' });
    expect([made.status, made.json.name]).toEqual([201, 'Quay 9']);
    const renamed = await api(`/sites/${made.json.id}`, 'PATCH', { name: 'Quay 10' });
    expect(renamed.json).toEqual({ id: made.json.id, name: 'Quay 10' });
    expect((await api('/sites', 'POST', { name: ' Quay 10 ' })).json.errors[0].pointer).toBe('/name');
    expect((await api('/sites')).json.items).toContainEqual(renamed.json);
  });
});

describe('the pages of teams', () => {
  it('move a team only as it was looked at', async () => {
    const cookie = await web.signInAs('hr_partner');
    const place = `/o/${a.slug}/teams/${a.teams.night}/move`;
    const page = await web.send(`${place}?parent=${a.teams.south}`, { cookie });
    expect(page.body).toContain('1 member (Director)');
    const seen = /name="seen" value="([0-9a-f]{16})"/.exec(page.body)?.[1] ?? '';
    const from = /name="from" value="([-0-9]{10})"/.exec(page.body)?.[1] ?? '';
    const post = (fields: Record<string, string>) => web.send(place, { ...form(web.origin, fields), cookie });
    const wish = { parent: a.teams.south, from, seen };
    expect((await post({ ...wish, organizationId: b.organizationId })).status).toBe(422);
    expect((await post({ ...wish, seen: '0'.repeat(16) })).status).toBe(409);
    expect((await post(wish)).headers['location']).toContain('done=moved');
    expect((await api(`/teams/${a.teams.night}`)).json.parentId).toBe(a.teams.south);
  });

  it('show a director the own subtree and an employee the own team', async () => {
    const listed = async (member: 'director' | 'employee' | 'owner') => {
      const { body } = await web.send(`/o/${a.slug}/teams`, { cookie: await web.signInAs(member) });
      return [a.teams.north, a.teams.south].map((id) => body.includes(`/teams/${id}"`));
    };
    expect(await listed('owner')).toEqual([true, true]);
    expect(await listed('director')).toEqual([true, false]);
    expect(await listed('employee')).toEqual([true, false]);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { addDays } from '~/shared/calendar-day';
import { formatDay } from '~/shared/format-day';

const web = await openTestWeb();
const writer = await web.token('hr_partner');
const { a, b } = web;

async function api(path: string, method: string, body: object, more: { token?: string; key?: string } = {}) {
  const { token = writer, key } = more;
  const headers = { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) };
  const sent = { method, token, headers, body: JSON.stringify(body) };
  const answer = await web.send(`/api/v1${path}`, sent);
  return { ...answer, json: JSON.parse(answer.body) };
}

describe('writes of people in the API', () => {
  it('adds a person once for a key, and says where', async () => {
    const body = {
      externalId: 'N1',
      name: 'New One',
      title: 'Guard',
      teamId: a.teams.south,
      occupations: [{ soc: '33-9032.00', roleBand: 2, share: 100 }],
    };
    const key = randomUUID();
    const [first, second] = await Promise.all([
      api('/employees', 'POST', body, { key }),
      api('/employees', 'POST', body, { key }),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect([first, second].filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(
      1,
    );
    expect(first.headers['location']).toBe(`/api/v1/employees/${first.json.id}`);
    expect(first.json).toEqual({
      ...body,
      occupations: [{ soc: '33-9032.00', roleBand: 2, share: 100, confirmed: false }],
      id: first.json.id,
      email: null,
      managerId: null,
      siteId: null,
      status: 'active',
      startedOn: null,
      endedOn: null,
      kind: 'employee',
      available: true,
    });
    expect((await api('/employees', 'POST', { ...body, name: 'X' }, { key })).status).toBe(422);
    expect((await api('/employees', 'POST', body)).json.errors).toEqual([
      { pointer: '/externalId', detail: 'Somebody has this id already.' },
    ]);
  });

  it('changes what the body names, and points at what it refuses', async () => {
    const { employeeId } = a.person(14);
    const changed = await api(`/employees/${employeeId}`, 'PATCH', { title: 'Quay guard', available: false });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({ id: employeeId, title: 'Quay guard', available: false });
    const from = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const planned = await api(`/employees/${employeeId}`, 'PATCH', { title: 'Later guard', from });
    expect(planned.json).toMatchObject({ title: 'Later guard', asOf: from });
    const today = await web.send(`/api/v1/employees/${employeeId}`, { token: writer });
    expect(JSON.parse(today.body).title).toBe('Quay guard');
    const refusals: [object, string][] = [
      [{ title: 'Early guard', from: '1800-01-01' }, '/from'],
      [{ title: 'Early guard', from: '1950-01-01' }, '/from'],
      [{ teamId: b.teams.north }, '/teamId'],
      [{ teamId: randomUUID() }, '/teamId'],
      [{ managerId: b.person(3).employeeId }, '/managerId'],
      [{ siteId: randomUUID() }, '/siteId'],
      [{ managerId: employeeId }, '/managerId'],
      [{ externalId: 'other' }, '/externalId'],
      [{ userId: randomUUID() }, '/userId'],
      [{ startedOn: '1850-01-01' }, '/startedOn'],
      [{ occupations: [{ soc: 'x', share: 100 }] }, '/occupations/0/soc'],
      [
        {
          occupations: [
            { soc: '33-9032.00', share: 60 },
            { soc: '11-9111.00', share: 60 },
          ],
        },
        '/occupations',
      ],
    ];
    for (const [body, pointer] of refusals) {
      const { status, json } = await api(`/employees/${employeeId}`, 'PATCH', body);
      expect([status, json.errors[0]?.pointer]).toEqual([422, pointer]);
    }
    const other = await api(`/employees/${b.person(3).employeeId}`, 'PATCH', { title: 'x' });
    const absent = await api(`/employees/${randomUUID()}`, 'PATCH', { title: 'x' });
    expect([other.status, absent.status, other.json.detail]).toEqual([404, 404, absent.json.detail]);
    const reader = await web.token('director', { teamScope: [a.teams.south] });
    expect((await api(`/employees/${employeeId}`, 'PATCH', { title: 'x' }, { token: reader })).status).toBe(
      403,
    );
  });
});

describe('the pages', () => {
  const fieldsOf = (page: string) => {
    const value = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1] ?? '';
    return { revision: value('revision'), shown: value('shown'), chosen: value('chosen') };
  };

  it('change a person from the form, and say when somebody else was faster', async () => {
    const cookie = await web.signInAs('hr_partner');
    const place = `/o/${a.slug}/people/${a.person(3).employeeId}/edit`;
    const page = await web.send(place, { cookie });
    expect(page.status).toBe(200);
    const { revision, shown } = fieldsOf(page.body);
    expect(revision).toMatch(/^[0-9a-f]{32}$/);
    const texts = (title: string) => ({
      ...{ intent: 'save', revision, shown, from: shown, title, name: `Person 03 ${a.canary}` },
      ...{ email: '', team: `North ${a.canary}`, manager: '', site: '', status: 'active' },
      ...{ availability: 'under_notice', kind: 'employee', startedOn: '', endedOn: '' },
    });
    const post = (fields: Record<string, string>) => web.send(place, { ...form(web.origin, fields), cookie });
    const unknown = await post({ ...texts('Pier guard'), manager: 'Nobody at all' });
    expect(unknown.status).toBe(422);
    expect(unknown.body).toContain('No person fits');
    expect(unknown.body).toContain('Pier guard');
    expect((await post({ ...texts('x'), organizationId: b.organizationId })).status).toBe(422);
    const saved = await post(texts('Pier guard'));
    expect(saved.body).toContain('Saved: ');
    expect(saved.body).toContain('Under notice');
    const late = await post(texts('Gate guard'));
    expect(late.status).toBe(422);
    expect(late.body).toContain('Somebody changed this');
  });

  it('show what a change of many would do, then do it', async () => {
    const cookie = await web.signInAs('admin');
    const place = `/o/${a.slug}/people/change?all=yes&team=${a.teams.south}`;
    const page = await web.send(place, { cookie });
    const from = /name="from"[^>]* value="([^"]*)"/.exec(page.body)?.[1] ?? '';
    const post = (fields: Record<string, string>) => web.send(place, { ...form(web.origin, fields), cookie });
    const preview = await post({ step: 'preview', title: 'Port guard', from });
    expect(preview.body).toContain('would change');
    const { revision, chosen } = fieldsOf(preview.body);
    const seen = { step: 'apply', from, revision, chosen };
    const others = await post({ ...seen, title: 'Port guard', chosen: chosen.replace(/^\d+/, '999') });
    expect(others.body).toContain('Other people fit now');
    expect((await post({ step: 'apply', title: 'Port guard', from, revision })).body).toContain(
      'Other people',
    );
    const done = await post({ ...seen, title: 'Port guard' });
    expect(done.body).toContain('were changed');
    expect((await post({ ...seen, title: 'Dock guard' })).body).toContain('Somebody changed this');
    expect((await post({ step: 'preview', from })).body).toContain('Choose at least one field');
  });

  it('say of a change of many from a later day that it is planned', async () => {
    const cookie = await web.signInAs('admin');
    const place = `/o/${a.slug}/people/change?all=yes&team=${a.teams.south}`;
    const post = (fields: Record<string, string>) => web.send(place, { ...form(web.origin, fields), cookie });
    const from = addDays(new Date().toISOString().slice(0, 10), 14);
    const wish = { title: 'Quay guard', from };
    const { revision, chosen } = fieldsOf((await post({ step: 'preview', ...wish })).body);
    const { body } = await post({ step: 'apply', ...wish, revision, chosen });
    expect(body).toContain(`people will change on ${formatDay(from)}, 0 will be so already`);
  });
});

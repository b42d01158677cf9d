import { describe, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';
import { listViewsOfPerson } from '~/modules/people/queries/list-views-of-person';
import { readLog } from './tamper';

const web = await openTestWeb();
const { a, b } = web;
const run: Parameters<typeof readLog>[0] = (work) => web.db.tenant(a.organizationId, work);

/** What was added to the log of organization a while the work ran. */
async function added(work: () => Promise<unknown>) {
  const before = (await readLog(run)).length;
  await work();
  return (await readLog(run)).slice(before).map((entry) => ({
    actor: `${entry.actorKind}:${entry.actorId}`,
    action: entry.action,
    subject: `${entry.subjectKind}:${entry.subjectId}`,
    details: JSON.parse(entry.details),
  }));
}

const viewsOf = async (number: number, userId: string | null = null) => {
  const question = { employeeId: a.person(number).employeeId, userId, limit: 50, before: null };
  return (await run((ctx) => listViewsOfPerson(ctx, question))).views;
};

describe('who saw whose individual ratings', () => {
  it('a profile leaves one entry with the right by which it was seen; the own one leaves none', async () => {
    const [third, hr, lead] = [a.person(3), a.members.hr_partner, a.members.lead];
    const open = async (member: 'hr_partner' | 'lead' | 'employee', path = '') => {
      const cookie = await web.signInAs(member);
      expect((await web.send(`/o/${a.slug}/people/${third.employeeId}${path}`, { cookie })).status).toBe(200);
    };
    const scope = { kind: 'person', person: third.employeeId };
    const subject = `employee:${third.employeeId}`;
    expect(await added(() => open('hr_partner'))).toEqual([
      {
        actor: `user:${hr.userId}`,
        action: 'ratings.view',
        subject,
        details: { role: 'hr_partner', reach: 'all', scope },
      },
    ]);
    expect(await added(() => open('lead'))).toMatchObject([
      { actor: `user:${lead.userId}`, subject, details: { role: 'employee', reach: 'reports', scope } },
    ]);
    // Shown again within a minute: the same view.
    expect(await added(() => open('lead'))).toEqual([]);
    expect(await added(() => open('employee'))).toEqual([]);
  });

  it('a token of the API, too', async () => {
    const token = await web.token('hr_partner');
    const fourth = a.person(4);
    const entries = await added(async () => {
      const path = `/api/v1/profiles/externalId:${fourth.externalId}`;
      expect((await web.send(path, { token })).status).toBe(200);
    });
    expect(entries).toMatchObject([
      { actor: expect.stringMatching(/^token:/), subject: `employee:${fourth.employeeId}` },
    ]);
  });

  it('what is refused, and figures of groups, leave none', async () => {
    const employee = await web.signInAs('employee');
    const director = await web.signInAs('director');
    const entries = await added(async () => {
      const path = `/o/${a.slug}/people/${a.person(14).employeeId}`;
      expect((await web.send(path, { cookie: employee })).status).toBe(404);
      expect((await web.send(`/o/${a.slug}/heatmap`, { cookie: director })).status).toBe(200);
      const other = `/o/${a.slug}/people/${b.person(3).employeeId}`;
      expect((await web.send(other, { cookie: await web.signInAs('hr_partner') })).status).toBe(404);
    });
    expect(entries).toEqual([]);
  });

  it('a list of people is one entry for its team, expanded when it is read', async () => {
    const director = await web.signInAs('director');
    const listOf = (query: string) =>
      web.send(`/o/${a.slug}/heatmap?rows=person${query}`, { cookie: director });
    const entries = await added(() => listOf(`&parent=${a.teams.north}`));
    const scope = { kind: 'team', team: a.teams.north, direct: false, asOf: a.today };
    expect(entries).toMatchObject([
      { subject: `team:${a.teams.north}`, details: { role: 'director', reach: 'subtree', scope } },
    ]);
    const sawLists = async (number: number) =>
      (await viewsOf(number)).filter((view) => view.scope.kind === 'team').length;
    // Person 3 works in North, 10 beneath it in Night, 14 in South.
    expect([await sawLists(3), await sawLists(10), await sawLists(14)]).toEqual([1, 1, 0]);
    await listOf(`&parent=${a.teams.north}&direct=1`);
    expect([await sawLists(3), await sawLists(10), await sawLists(14)]).toEqual([2, 1, 0]);
  });

  it('a part of a list names its people', async () => {
    const token = await web.token('hr_partner');
    const entries = await added(() => web.send('/api/v1/heatmap?rows=person&limit=3', { token }));
    expect(entries).toMatchObject([
      { subject: `organization:${a.organizationId}`, details: { scope: { kind: 'people', team: null } } },
    ]);
    const people: string[] = entries[0]?.details.scope.people ?? [];
    expect(people).toHaveLength(3);
    const inParts = async (number: number) =>
      (await viewsOf(number)).some((view) => view.scope.kind === 'people');
    for (const number of [1, 2, 3, 14, 22]) {
      expect(await inParts(number)).toBe(people.includes(a.person(number).employeeId));
    }
  });
});

describe('who saw my record', () => {
  it('stands on the own profile with names, without own views and without those of others', async () => {
    const cookie = await web.signInAs('employee');
    const own = await web.send(`/o/${a.slug}/people/${a.person(3).employeeId}`, { cookie });
    expect(own.body).toContain('Who saw your record');
    expect(own.body).toContain(`Member hr_partner ${a.canary}`);
    expect(own.body).toContain(`Member lead ${a.canary}`);
    expect(own.body).toContain('Manager');
    const userId = a.members.employee.userId;
    expect((await viewsOf(3, userId)).some(({ actor }) => actor.id === userId)).toBe(false);
    const hr = await web.signInAs('hr_partner');
    const foreign = await web.send(`/o/${a.slug}/people/${a.person(3).employeeId}`, { cookie: hr });
    expect(foreign.body).not.toContain('Who saw your record');
  });

  it('goes on where the page before ended', async () => {
    const all = await viewsOf(3);
    const parts: unknown[] = [];
    const from = async (before: number | null): Promise<void> => {
      const question = { employeeId: a.person(3).employeeId, userId: null, limit: 2, before };
      const { views, next } = await run((ctx) => listViewsOfPerson(ctx, question));
      parts.push(...views);
      if (next !== null) await from(next);
    };
    await from(null);
    expect(all.length).toBeGreaterThan(2);
    expect(parts).toEqual(all);
  });
});

describe('an answer whose view cannot be noted', () => {
  it('is not given', async () => {
    const admin = await import('postgres').then(({ default: postgres }) =>
      postgres(web.db.urls.admin, { max: 1, onnotice: () => {} }),
    );
    const cookie = await web.signInAs('hr_partner');
    await admin`revoke execute on function append_audit(text, text, text, text, text, text, jsonb) from cadre_app`;
    const answer = await web.send(`/o/${a.slug}/people/${a.person(5).employeeId}`, { cookie });
    await admin`grant execute on function append_audit(text, text, text, text, text, text, jsonb) to cadre_app`;
    await admin.end();
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain(`Person 05 ${a.canary}`);
  });
});

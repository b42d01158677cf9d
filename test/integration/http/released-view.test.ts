import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { prepareCuts } from '#test/factories/seed-organization';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { addMember } from '~/modules/organizations/commands/add-member';

const web = await openTestWeb();
const { a, db } = web;
const BEING_PREPARED = 'The released figures for your view are being prepared';
const STATEMENTS = 'What this and the next level look like here';
/** Jobs of organization a that wait to prepare released figures. */
async function jobsWaiting(): Promise<number> {
  const { rows } = await db.tenant(a.organizationId, ({ tx }) =>
    sql<{ waiting: number }>`select waiting from job_status('prepare-release-cuts')`.execute(tx),
  );
  return rows[0]?.waiting ?? 0;
}
const emptyQueue = () =>
  withSystem(db.system, ({ tx }) => sql`delete from graphile_worker._private_jobs`.execute(tx));
const read = async (path: string, token: string) => {
  const { status, body } = await web.send(`/api/v1${path}`, { token });
  return { status, json: JSON.parse(body) };
};

describe('released figures that are not prepared yet', () => {
  it('are pending for a token, with the rows that are live, until the worker has cut them', async () => {
    const token = await web.token('director', { teamScope: [a.teams.north], prepared: false });
    await emptyQueue();
    expect((await read('/heatmap', token)).json).toMatchObject({ pending: true, release: null, rows: [] });
    expect(await jobsWaiting()).toBe(1);
    const own = (await read(`/heatmap?parent=${a.teams.top}`, token)).json;
    expect(own.pending).toBe(true);
    expect(own.rows.map((row: { id: string }) => row.id)).toEqual([a.teams.north]);
    await prepareCuts(db, a.organizationId);
    const { json } = await read('/heatmap', token);
    expect(json.pending).toBe(false);
    expect(json.rows.length).toBeGreaterThan(0);
  });

  it('are there at once for a token without individual access', async () => {
    const token = await web.token('executive', { prepared: false });
    const { json } = await read('/heatmap', token);
    expect(json.pending).toBe(false);
    expect(json.rows.length).toBeGreaterThan(0);
  });

  it('are said to be prepared on the page, which loads itself again without script', async () => {
    const passwordHash = await web.services.passwords.hash(TEST_PASSWORD);
    const email = `new-director@${a.slug}.example`;
    const teamScope = [a.teams.north];
    const { organizationId } = a;
    const member = { organizationId, email, name: 'New Director', passwordHash, role: 'director', teamScope };
    await addMember(db.database, { ...member, role: 'director' });
    const cookie = await web.signIn(email);
    const page = async (search = '') => (await web.send(`/o/${a.slug}/heatmap${search}`, { cookie })).body;
    const waiting = await page();
    expect(waiting).toContain(BEING_PREPARED);
    expect(waiting).toMatch(/<noscript><meta http-equiv="refresh" content="3"\/><\/noscript>/i);
    expect(await page(`?parent=${a.teams.top}`)).toContain(BEING_PREPARED);
    await prepareCuts(db, organizationId);
    const ready = await page();
    expect(ready).not.toContain(BEING_PREPARED);
    expect(ready).not.toContain('http-equiv="refresh"');
    expect(ready).toContain('Released figures');
  });
});

describe('the panel of a released row', () => {
  it('names no occupation of the group and shows no statement of one', async () => {
    const page = async (member: 'hr_partner' | 'executive', search: string) => {
      const cookie = await web.signInAs(member);
      return (await web.send(`/o/${a.slug}/heatmap?${search}`, { cookie })).body;
    };
    const search = `parent=${a.teams.top}&cell=group:${a.teams.north}:mastery`;
    expect(await page('hr_partner', search)).toContain(STATEMENTS);
    const released = await page('executive', search);
    expect(released).toContain('Released figures of');
    expect(released).toContain('mean level of 4');
    expect(released).not.toContain(STATEMENTS);
    expect(released).not.toMatch(/\d\d-\d{4}\.\d\d/);
  });
});

import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { send } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { beatWorker, FAULTS } from './health/faults';
import { startWebProcess } from './health/web-process';

const IN_FLIGHT = 4;

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const database = new URL(web.db.urls.app).pathname.slice(1);

describe('health under faults (security.md proof 24)', () => {
  it.each(FAULTS)('$name: alive, ready or not by its name, and ready again unattended', async (fault) => {
    // A connection that was ended is noticed a moment later: asked until it is so, within the test's own limit.
    const becomes = (status: number, failing: readonly string[]) =>
      until(async () => {
        const answer = await web.send('/readyz');
        return answer.status === status && JSON.parse(answer.body).failing.join() === failing.join();
      });
    await beatWorker(admin);
    await becomes(200, []);
    await fault.begin(admin, database);
    expect((await web.send('/healthz')).status).toBe(200);
    await becomes(fault.failing.length === 0 ? 200 : 503, fault.failing);
    await fault.end(admin, database);
    await becomes(200, []);
  });
});

describe('files', () => {
  it.each(['/.git/config', '/.env', '/package.json', '/assets/', '/server/index.js', '/demo-sign-ins.json'])(
    '%s is not given out: built files alone are, and no list of them',
    async (path) => expect((await web.send(path)).status).toBe(404),
  );
});

describe('a stop under load (security.md proof 24)', () => {
  it('answers what it has begun, takes nothing new, and ends with 0', async () => {
    const { child, origin, ended } = await startWebProcess(web.db);
    const cookie = `__Host-cadre=${'a'.repeat(40)}`;
    const asked = await admin.begin(async (tx) => {
      await tx`lock table auth.sessions in access exclusive mode`;
      const answers = Array.from({ length: IN_FLIGHT }, () => send(`${origin}/o`, { cookie }));
      await until(async () => {
        const [row] = await tx<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_locks
           where relation = 'auth.sessions'::regclass and not granted`;
        return (row?.waiting ?? 0) >= IN_FLIGHT;
      });
      child.kill('SIGTERM');
      await until(() =>
        send(`${origin}/healthz`, { headers: { Connection: 'close' } }).then(
          () => false,
          () => true,
        ),
      );
      return { answers };
    });
    const statuses = (await Promise.all(asked.answers)).map(({ status }) => status);
    console.info(`proof 24: ${statuses.length} requests in flight at the stop, statuses ${statuses.join()}`);
    expect(statuses).toEqual(Array.from({ length: IN_FLIGHT }, () => 302));
    expect(await ended).toBe(0);
  });

  it('red control: what is killed outright answers nothing that it had begun', async () => {
    const { child, origin, ended } = await startWebProcess(web.db);
    const lost = await admin.begin(async (tx) => {
      await tx`lock table auth.sessions in access exclusive mode`;
      const answer = send(`${origin}/o`, { cookie: `__Host-cadre=${'a'.repeat(40)}` }).catch(String);
      await until(async () => {
        const waiting =
          await tx`select 1 from pg_locks where relation = 'auth.sessions'::regclass and not granted`;
        return waiting.length > 0;
      });
      child.kill('SIGKILL');
      return { answer };
    });
    expect(await lost.answer).toMatch(/ECONNRESET|hang up/);
    expect(await ended).not.toBe(0);
  });
});

/** Asks again and again; the test's own limit ends what never comes. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

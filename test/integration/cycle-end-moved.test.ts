import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { extendForPerson } from '~/modules/assessments/commands/change-cycle-person';
import { cycleScene } from './cycle-scene';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

it('a person whose end is moved at the same moment gets no less time than everybody', async () => {
  const scene = await cycleScene(db);
  const cycleId = await scene.open();
  const holder = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  let extending: Promise<void> = Promise.resolve();
  // Somebody moves the end of the cycle; the person's own end comes beside it.
  await holder.begin(async (held) => {
    await held`update cycles set closes_on = '2026-12-20', revision = revision + 1 where cycle_id = ${cycleId}`;
    const wish = { cycleId, employeeId: scene.idOf('P1'), closesOn: '2026-12-10' };
    let hasEnded = false;
    extending = scene
      .inTenant((ctx) => extendForPerson(ctx, scene.hr, wish))
      .finally(() => {
        hasEnded = true;
      });
    extending.catch(() => {});
    while (!hasEnded && !(await waits())) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(hasEnded).toBe(false);
  });
  await holder.end();
  await expect(extending).rejects.toThrow("before the cycle's end");
});

/** Whether a transaction of this database waits for another one to end. */
async function waits(): Promise<boolean> {
  const rows = await admin`
    select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where not l.granted and l.locktype = 'transactionid' and a.datname = current_database()`;
  return rows.length > 0;
}

import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

it('a file that is read and applied at once can be stopped while it is read', async () => {
  const org = await newOrganization();
  const importId = await org.begin(ownFile(['E1,Ada,,Guard,Quay,,,,,,,,,']), { step: 'take' });
  const { operationId } = await org.operation(importId);
  // Whoever stages the first row waits for this one, which is never committed.
  const holder = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  const heldBack = holder.begin(async (held) => {
    await held`
      insert into import_lines (organization_id, import_id, number, line, external_id, facts, cells)
      values (${org.organizationId}, ${importId}, 1, 1, 'E1', '', '')`;
    let running: Promise<unknown> = Promise.resolve();
    await org.run(async (ctx) => {
      await holdImportsOfPeople(ctx);
      running = jobs.run();
      await until(async () => (await org.operation(importId)).state === 'running');
      await org.run((other) =>
        cancelOperation(other, { kind: 'user', id: 'test', role: 'owner' }, operationId),
      );
      // The worker writes how far it is about once a second, and hears then that it is to stop; the second time after
      // that it has heard.
      for (let heard = 0; heard < 2; heard += 1) {
        const before = await versionOf(operationId);
        await until(async () => (await versionOf(operationId)) !== before);
      }
    });
    let hasEnded = false;
    running.finally(() => {
      hasEnded = true;
    });
    await until(async () => hasEnded || (await waits()));
    expect(hasEnded).toBe(true);
    throw new NotKept();
  });
  await expect(heldBack).rejects.toThrow(NotKept);
  await holder.end();
  expect(await org.operation(importId)).toMatchObject({ state: 'cancelled', error: null });
  expect((await org.get(importId)).state).toBe('new');
});

class NotKept extends Error {}

/** Whether a transaction of this database waits for another one. */
async function waits(): Promise<boolean> {
  const rows = await admin`
    select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where not l.granted and l.locktype = 'transactionid' and a.datname = current_database()`;
  return rows.length > 0;
}

/** Which writing of its row an operation is at. */
async function versionOf(operationId: string): Promise<string> {
  const [row] = await admin<{ version: string }[]>`
    select xmin::text as version from operations where operation_id = ${operationId}`;
  return row?.version ?? '';
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve));
}

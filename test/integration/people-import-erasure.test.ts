import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { askToErase, runErasure } from '#test/proofs/erasure/run-erasure';
import { openTestDatabase } from '#test/setup/database';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import { keepLogLines } from '#test/setup/log-lines';
import { getEmployee } from '~/modules/people/queries/get-employee';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const TODAY = new Date().toISOString().slice(0, 10);
const { logger } = keepLogLines('worker');
const BETWEEN_LOOKS_MS = 10;

/** An organization with a person whose name stands nowhere else, and how that person is erased. */
async function withPerson(name: string) {
  const org = await newOrganization();
  const line = `E1,${name},,Guard,Security,,,,,,,,,`;
  await org.apply((await org.preview(ownFile([line]))).importId);
  const { employeeId } = await org.run((ctx) => getEmployee(ctx, { externalId: 'E1' }, TODAY));
  const tools = { db, organizationId: org.organizationId, logger };
  const operationId = await askToErase(tools, employeeId);
  const retitled = ownFile([line.replace('Guard', 'Officer')]);
  return { org, retitled, employeeId, erase: () => runErasure(tools, operationId) };
}

it('waits for a preview that is being made, and takes it away', async () => {
  const { org, retitled, erase } = await withPerson('Zyxada Berg');
  const importId = await org.begin(retitled);
  const holder = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  let erasing: Promise<boolean> = Promise.resolve(false);
  let planning: Promise<unknown> = Promise.resolve();
  // The preview waits for whoever holds the rows that it stages; the erasure comes beside it.
  await holder.begin(async (held) => {
    await held`lock table import_lines in access exclusive mode`;
    planning = jobs.run();
    await until(() => waits('relation'), planning);
    const { ended, work } = watched(erase());
    erasing = work;
    await until(async () => ended() || (await waits('advisory')), planning, erasing);
    expect(ended()).toBe(false);
  });
  await holder.end();
  await planning;
  expect(await erasing).toBe(true);
  expect((await org.operation(importId)).state).toBe('done');
  expect(tablesHolding(await everythingStored(admin), 'Zyxada')).toEqual([]);
});

it('lets no preview begin that would still see the person', async () => {
  const { org, employeeId, erase } = await withPerson('Zyxcem Dal');
  const holder = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  let erasing: Promise<boolean> = Promise.resolve(false);
  let planning: Promise<unknown> = Promise.resolve();
  // The erasure waits at its end; meanwhile somebody sends a file of everybody, which does not have the person.
  const importId = await holder.begin(async (held) => {
    await held`select 1 from employees where employee_id = ${employeeId} for update`;
    erasing = erase();
    await until(() => waits('transactionid'), erasing);
    const begun = await org.begin(ownFile(['E2,Ben Cole,,Guard,Security,,,,,,,,,']), { everybody: true });
    const { ended, work } = watched(jobs.run());
    planning = work;
    await until(async () => ended() || (await waits('advisory')), planning, erasing);
    return begun;
  });
  await holder.end();
  expect(await erasing).toBe(true);
  await planning;
  expect(await org.get(importId)).toMatchObject({ state: 'planned', counts: { created: 1, missing: 0 } });
  expect(tablesHolding(await everythingStored(admin), 'Zyxcem')).toEqual([]);
});

it('takes files away that wait to be read, and the import says so', async () => {
  const { org, retitled, erase } = await withPerson('Zyxben Cole');
  const previewed = await org.begin(retitled);
  const taken = await org.begin(retitled, { step: 'take' });
  expect(await erase()).toBe(true);
  await jobs.run();
  for (const importId of [previewed, taken]) {
    const { state, error } = await org.operation(importId);
    expect([state, error]).toEqual([
      'failed',
      expect.objectContaining({ detail: expect.stringContaining('The uploaded file is no longer there.') }),
    ]);
    expect((await org.get(importId)).uploadId).toBeNull();
  }
  expect(tablesHolding(await everythingStored(admin), 'Zyxben')).toEqual([]);
});

/** Work with whether it has ended. */
function watched<T>(begun: Promise<T>) {
  let hasEnded = false;
  const work = begun.finally(() => {
    hasEnded = true;
  });
  return { work, ended: () => hasEnded };
}

/** Whether a transaction of this database waits for a lock of one of these kinds. */
async function waits(...kinds: string[]): Promise<boolean> {
  const rows = await admin`
    select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where not l.granted and l.locktype = any(${kinds}) and a.datname = current_database()`;
  return rows.length > 0;
}

/** Looks again and again; throws as soon as any of the work fails whose step is awaited. */
async function until(done: () => Promise<boolean>, ...works: readonly Promise<unknown>[]): Promise<void> {
  const look = { stopped: false };
  const looking = async () => {
    while (!look.stopped && !(await done())) await setTimeout(BETWEEN_LOOKS_MS);
  };
  const never = new Promise<never>(() => {});
  try {
    await Promise.race([looking(), ...works.map((work) => work.then(() => never))]);
  } finally {
    look.stopped = true;
  }
}

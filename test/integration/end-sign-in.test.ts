import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { type Actor, type TenantContext, withMembers, withTenant } from '#db/tenancy';
import { runErasure } from '#test/proofs/erasure/run-erasure';
import { openTestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { startErasure } from '~/modules/capability/commands/start-erasure';
import { beginAttempt, rememberSource } from '~/modules/organizations/commands/begin-attempt';
import { endSignIn } from '~/modules/organizations/commands/end-sign-in';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { Role } from '~/modules/organizations/domain/role';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';

const db = await openTestDatabase();
const { database } = db;
const admin = postgres(db.urls.admin, { max: 2, onnotice: () => {} });
afterAll(() => admin.end());
const { logger } = keepLogLines('worker');
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
const OPERATOR = { kind: 'operator', id: 'test' } as const;

/** Until a transaction waits for another one's row. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await admin<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
       where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
    if ((row?.n ?? 0) > 0) return;
  }
}

async function join(organizationId: string, role: Role, userId: string = randomUUID()): Promise<string> {
  const email = `${userId}@example.org`;
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${email}, 'Jo Berg') on conflict do nothing`;
  await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})`;
  return userId;
}
async function signedIn(userId: string): Promise<void> {
  const hash = keyedHash(randomUUID());
  await admin`insert into auth.sessions (session_hash, user_id, expires_at, absolute_expires_at)
    values (${hash}, ${userId}, now() + interval '1 day', now() + interval '2 days')`;
}
const end = (organizationId: string, userId: string, askedBy: Actor = OPERATOR) =>
  withMembers(database, { organizationId, actor: { kind: 'job', id: 'test' } }, (ctx) =>
    endSignIn(ctx, keyedHash, { employeeId: randomUUID(), userId, emails: [], askedBy }),
  );
/** What is left of somebody: account, memberships, sessions. */
async function left(userId: string): Promise<number[]> {
  const [row] = await admin`select
    (select count(*)::int from auth.users where user_id = ${userId}) as users,
    (select count(*)::int from auth.memberships where user_id = ${userId}) as memberships,
    (select count(*)::int from auth.sessions where user_id = ${userId}) as sessions`;
  return [row?.['users'], row?.['memberships'], row?.['sessions']];
}

describe('the sign-in of whoever is erased', () => {
  it('goes with from where it was used and what was tried on it', async () => {
    const { organizationId } = await db.newOrganization();
    const userId = await join(organizationId, 'employee');
    const account = `${userId}@example.org`;
    const source = { address: '192.0.2.1', device: null };
    await beginAttempt({ database, keyedHash }, { purpose: 'reset-letter', account, source });
    await rememberSource({ database, keyedHash }, account, source);
    await end(organizationId, userId);
    expect(await left(userId)).toEqual([0, 0, 0]);
    expect(await admin`select from auth.known_sources union all select from auth.attempt_counters`).toEqual(
      [],
    );
    await end(organizationId, userId);
  });

  it('goes on elsewhere: sessions of somebody who is no member here any more stay', async () => {
    const [here, there] = [await db.newOrganization(), await db.newOrganization()];
    const userId = await join(there.organizationId, 'employee');
    await signedIn(userId);
    await end(here.organizationId, userId);
    expect(await left(userId)).toEqual([1, 1, 1]);
    await join(here.organizationId, 'employee', userId);
    await end(here.organizationId, userId);
    expect(await left(userId)).toEqual([1, 1, 0]);
  });

  it('stays where another organization takes the person in at the same moment', async () => {
    const [here, there] = [await db.newOrganization(), await db.newOrganization()];
    const userId = await join(here.organizationId, 'employee');
    const asked = Promise.withResolvers<void>();
    const inserted = Promise.withResolvers<void>();
    const joining = admin.begin(async (tx) => {
      await tx`insert into auth.memberships (organization_id, user_id, role)
        values (${there.organizationId}, ${userId}, 'owner')`;
      inserted.resolve();
      await asked.promise;
    });
    await inserted.promise;
    const ending = end(here.organizationId, userId);
    await somebodyWaits();
    asked.resolve();
    await Promise.all([joining, ending]);
    expect(await left(userId)).toEqual([1, 1, 0]);
  });

  it('is an owner’s: only an owner, who still is one, or the operator ends it', async () => {
    const { organizationId } = await db.newOrganization();
    const [owner, other, byAdmin, byNobody] = [
      await join(organizationId, 'owner'),
      await join(organizationId, 'owner'),
      await join(organizationId, 'admin'),
      randomUUID(),
    ];
    for (const id of [byAdmin, byNobody, 'erased'])
      await expect(end(organizationId, other, { kind: 'user', id })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    await end(organizationId, other, { kind: 'user', id: owner });
    expect(await left(other)).toEqual([0, 0, 0]);
    await expect(end(organizationId, owner)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

/** A person with a sign-in, who began something, and an erasure that an administrator asked for. */
async function erasureAsked(name = 'Jo Berg') {
  const { organizationId } = await db.newOrganization();
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
  await join(organizationId, 'owner');
  const [asker, userId] = [await join(organizationId, 'admin'), await join(organizationId, 'employee')];
  const text = `external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on,status
x1,${name},jo@example.org,Guard,North,,33-9032.00,2,2020-01-01,active
`;
  const file = { today: '2026-11-22', importedBy: 'test', file: 'e.csv', text };
  await inTenant((ctx) => importEmployees(ctx, file));
  await inTenant((ctx) => linkSignIn(ctx, { externalId: 'x1', userId }));
  const [row] = await admin`select employee_id from employees where organization_id = ${organizationId}`;
  const employeeId = String(row?.['employee_id']);
  const actor = (id: string) => ({ organizationId, actor: { kind: 'user', id } as const });
  const begun = await withTenant(database, actor(userId), (ctx) =>
    startOperation(ctx, { kind: 'match-titles', input: { titles: ['Guard'] } }),
  );
  const asked = await withTenant(database, actor(asker), (ctx) =>
    startErasure(ctx, { employeeId: null }, { employeeId, reason: 'asked', typedName: name }),
  );
  const run = async () => {
    await runErasure({ db, organizationId, logger }, asked.id);
    const [operation] = await admin`select state, error from operations where operation_id = ${asked.id}`;
    return operation;
  };
  return { organizationId, asker, userId, employeeId, begun: begun.id, run, inTenant };
}

describe('an erasure that waited', () => {
  it.each([
    ['the person was made an owner', 'owner', 'admin', 'forbidden'],
    ['whoever asked lost the right', 'employee', 'employee', 'forbidden'],
  ] as const)('changes nothing once %s', async (_, role, askerRole, kind) => {
    const { asker, userId, begun, run } = await erasureAsked();
    await admin`update auth.memberships set role = ${role} where user_id = ${userId}`;
    await admin`update auth.memberships set role = ${askerRole} where user_id = ${asker}`;
    expect(await run()).toMatchObject({ state: 'failed', error: { kind } });
    expect(await left(userId)).toEqual([1, 1, 0]);
    const [kept] = await admin`select requested_by from operations where operation_id = ${begun}`;
    expect(kept?.['requested_by']).toBe(userId);
  });

  it('of a person with a short name takes only tasks that say the name as a whole', async () => {
    const { organizationId, userId, run, inTenant } = await erasureAsked('An');
    const say = (said: object) =>
      inTenant(async (ctx) => {
        const { id } = await startOperation(ctx, { kind: 'match-titles', input: { titles: ['Guard'] } });
        await finishOperation(ctx, id, said);
        return id;
      });
    const stays = [await say({ note: 'An import of Anna' }), await say({ note: '' })];
    for (const said of [{ people: ['An'] }, { people: [{ id: 'x1' }] }, { note: 'Ask jo@example.org' }])
      await say(said);
    expect(await run()).toMatchObject({ state: 'done' });
    expect(await left(userId)).toEqual([0, 0, 0]);
    const rows = await admin<{ id: string }[]>`select operation_id as id from operations
      where organization_id = ${organizationId} and state = 'done' and kind = 'match-titles'`;
    expect(rows.map(({ id }) => id).sort()).toEqual(stays.sort());
  });
});

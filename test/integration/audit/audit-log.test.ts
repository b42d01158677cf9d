import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { signTenant } from '#db/signing';
import type { TenantContext } from '#db/tenancy';
import { withTenant } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import { eraseAuditValues } from '~/modules/organizations/commands/erase-audit-values';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getAuditHead } from '~/modules/organizations/queries/list-audit-entries';
import { verifyAudit } from '~/modules/organizations/queries/verify-audit';
import { readLog } from './tamper';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const PERSON = '3f1c0a52-7f0f-4c1e-9d7a-5b8e2a4c6d10';

async function organization() {
  const { organizationId } = await db.newOrganization();
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
  const add = (people: number) => run(async (ctx) => rebuilt(ctx, people));
  const chain = () => readLog(run);
  return { organizationId, run, add, chain, verify: () => verifyAudit(run, []) };
}

function rebuilt(ctx: TenantContext, people: number): void {
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action: 'figures.rebuild', subject, details: { people } });
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('the audit log', () => {
  it('is a chain without a gap from the first entry, and the database and the verifier agree on its bytes', async () => {
    const { add, chain, verify, organizationId } = await organization();
    for (const people of [1, 2, 3]) await add(people);
    const entries = await chain();
    expect(entries.map(({ sequence, details }) => [sequence, details])).toEqual([
      [1, '{"people":1}'],
      [2, '{"people":2}'],
      [3, '{"people":3}'],
    ]);
    expect(entries[0]?.previousHash).toBe('0'.repeat(64));
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect(entries[0]).toMatchObject({ organizationId, actorKind: 'operator', actorId: 'test' });
    expect(await verify()).toEqual({
      sound: true,
      entries: 3,
      head: { sequence: 3, hash: entries[2]?.hash },
    });
  });

  it('stays whole under fifty transactions at once', async () => {
    const { add, chain, verify } = await organization();
    await Promise.all(Array.from({ length: 50 }, (_, people) => add(people)));
    const entries = await chain();
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(new Set(entries.map(({ details }) => details)).size).toBe(50);
    expect(await verify()).toMatchObject({ sound: true, entries: 50 });
  }, 60_000);

  it('has no entry and no gap of a transaction that was taken back', async () => {
    const { run, add, chain } = await organization();
    await add(1);
    const broken = run(async (ctx) => {
      rebuilt(ctx, 2);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    await add(3);
    expect((await chain()).map(({ sequence, details }) => [sequence, details])).toEqual([
      [1, '{"people":1}'],
      [2, '{"people":3}'],
    ]);
  });

  it('takes the write with it when its entry cannot be written', async () => {
    const { run, chain } = await organization();
    const work = run(async (ctx) => {
      await ctx.tx.insertInto('sites').values({ siteId: crypto.randomUUID(), name: 'Quay' }).execute();
      ctx.atEnd(async ({ tx }) => {
        await sql`select append_audit('nobody', 'x', 'a.b', 'c', 'd', '{}', '[]')`.execute(tx);
      });
    });
    expect(await codeOf(work)).toBe('23514');
    expect(await run(({ tx }) => tx.selectFrom('sites').select('name').execute())).toEqual([]);
    expect(await chain()).toEqual([]);
  });

  it('is written after a read, and the read is refused when it cannot be', async () => {
    const { organizationId, chain } = await organization();
    const read = (work: (ctx: TenantContext) => Promise<unknown>) =>
      withTenant(db.database, { organizationId, actor: { kind: 'user', id: PERSON }, readOnly: true }, work);
    await read(async (ctx) => rebuilt(ctx, 7));
    expect(await chain()).toMatchObject([{ actorKind: 'user', actorId: PERSON, details: '{"people":7}' }]);
    const refused = read(async (ctx) => {
      rebuilt(ctx, 8);
      ctx.atEnd(async () => Promise.reject(new Error('no log')));
      return 'figures';
    });
    await expect(refused).rejects.toThrow('no log');
    expect(await chain()).toHaveLength(1);
  });

  it('knows each organization alone', async () => {
    const [first, second] = [await organization(), await organization()];
    await first.add(1);
    await second.add(2);
    await second.add(3);
    expect(await first.run(getAuditHead)).toMatchObject({ sequence: 1 });
    expect((await first.chain()).map(({ details }) => details)).toEqual(['{"people":1}']);
    expect(await second.verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it('refuses an action or a detail that the catalogue does not have', async () => {
    const { run, chain } = await organization();
    const subject = { kind: 'organization', id: PERSON } as const;
    const unknown = run(async (ctx) =>
      recordAudit(ctx, {
        action: 'figures.rebuild',
        subject,
        details: { people: 1, name: 'Ada Berg' } as never,
      }),
    );
    await expect(unknown).rejects.toThrow(/name/);
    expect(await chain()).toEqual([]);
  });
});

describe('the runtime role', () => {
  it('cannot change, remove or add an entry but through the function', async () => {
    const { run, add, chain } = await organization();
    await add(1);
    const before = await chain();
    const copied = sql`insert into audit_entries (sequence, at, actor_kind, actor_id, action, subject_kind,
        subject_id, details, commitments, previous_hash, hash)
      select 2, now(), actor_kind, actor_id, action, subject_kind, subject_id, details, commitments, hash,
        decode(repeat('ab', 32), 'hex') from audit_entries`;
    for (const statement of [
      copied,
      sql`update audit_entries set details = '{"people":2}'`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries`,
      sql`delete from audit_personal_values`,
      sql`alter table audit_entries disable row level security`,
      sql`select cadre_private.audit_bytes(null, 1, now(), '{}', '{}', null)`,
    ]) {
      expect(await codeOf(run(({ tx }) => statement.execute(tx)))).toBe('42501');
    }
    // Deleting the organization would take the log along if it could.
    expect(await codeOf(run(({ tx }) => tx.deleteFrom('organizations').execute()))).toBe('23503');
    expect(await chain()).toEqual(before);
  });

  it('cannot append without an organization, nor on a snapshot that would miss the head', async () => {
    const app = postgres(db.urls.app, { max: 1, fetch_types: false, onnotice: () => {} });
    const call = `select append_audit('user', 'x', 'a.b', 'c', 'd', '{}', '[]')`;
    expect(await codeOf(app.unsafe(call))).toBe('42501');
    const { organizationId } = await organization();
    const [session] = await app<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const setting = signTenant(TEST_TENANT_KEY, {
      organizationId,
      backendPid: session?.pid ?? 0,
      expiresAt: Math.ceil(Date.now() / 1000) + 60,
    });
    const repeatable = app.begin('isolation level repeatable read', async (tx) => {
      await tx.unsafe(`set local app.tenant = '${setting}'`);
      await tx.unsafe(call);
    });
    expect(await codeOf(repeatable)).toBe('25000');
    await app.end();
  });
});

describe('values about a person', () => {
  const invite = (ctx: TenantContext) =>
    recordAudit(ctx, {
      action: 'person.erase',
      subject: { kind: 'employee', id: PERSON },
      details: { values: 0 },
      personal: [{ name: 'email.before', person: PERSON, value: 'ada@example.test' }],
    });

  it('are committed to, verified while they are there, and gone after erasure with the chain still sound', async () => {
    const { run, chain, verify, organizationId } = await organization();
    await run(async (ctx) => invite(ctx));
    const [entry] = await chain();
    expect(entry?.commitments).toEqual([expect.stringMatching(/^email\.before=[0-9a-f]{64}$/)]);
    expect(entry?.values).toMatchObject([{ name: 'email.before', value: 'ada@example.test' }]);
    expect(await verify()).toMatchObject({ sound: true });

    await admin`update audit_personal_values set value = 'eve@example.test' where organization_id = ${organizationId}`;
    expect(await verify()).toEqual({ sound: false, sequence: 1, fault: 'value-altered' });
    await admin`update audit_personal_values set value = 'ada@example.test' where organization_id = ${organizationId}`;

    expect(await run((ctx) => eraseAuditValues(ctx, PERSON))).toBe(1);
    const rows =
      await admin`select to_jsonb(e)::text as row from audit_entries e where organization_id = ${organizationId}
      union all select to_jsonb(v)::text from audit_personal_values v where organization_id = ${organizationId}`;
    expect(JSON.stringify(rows)).not.toContain('ada@example.test');
    expect(
      await admin`select 1 from audit_personal_values where organization_id = ${organizationId}`,
    ).toHaveLength(0);
    expect((await chain()).map(({ action }) => action)).toEqual(['person.erase', 'person.erase']);
    expect(await verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it('salts each commitment: the same value twice gives two hashes', async () => {
    const { run, chain } = await organization();
    for (let time = 0; time < 2; time += 1) await run(async (ctx) => invite(ctx));
    const [first, second] = await chain();
    expect(first?.commitments).not.toEqual(second?.commitments);
  });
});

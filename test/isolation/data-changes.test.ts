import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { KEPT_TENANT_TABLES, TABLE_SCOPE, UNWATCHED_TABLES } from '#db/table-scope';
import { type TenantContext, withAuth } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { deleteOldChanges, findMoment } from '~/modules/organizations/data/data-changes';

let db: TestDatabase;
let admin: postgres.Sql;
let a: string;
let b: string;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  a = (await db.newOrganization()).organizationId;
  b = (await db.newOrganization()).organizationId;
});
afterAll(() => admin.end());

const momentOf = (organizationId: string, since: string | null = null) =>
  db.tenant(organizationId, (ctx) => findMoment(ctx, since));
/** A statement that may change rows, and changes none: of a table that is kept as it was an insertion. */
const change = (ctx: TenantContext, table = 'teams') => {
  const name = sql.table(table);
  return KEPT_TENANT_TABLES.has(table)
    ? sql`insert into ${name} select * from ${name} where false`.execute(ctx.tx)
    : sql`update ${name} set organization_id = organization_id where false`.execute(ctx.tx);
};

/** Whether the work is seen as a change by the organization that does it, and by another. */
async function seenBy(work: () => Promise<unknown>): Promise<readonly [boolean, boolean]> {
  const [ofA, ofB] = [(await momentOf(a)).snapshot, (await momentOf(b)).snapshot];
  await work();
  return [(await momentOf(a, ofA)).changed, (await momentOf(b, ofB)).changed];
}

const tables = (scope: string) =>
  [...TABLE_SCOPE].filter(([, is]) => is === scope).map(([name]) => name.replace(/^public\./, ''));

describe('a moment of an organization', () => {
  it.each(tables('tenant').filter((name) => !UNWATCHED_TABLES.includes(name)))(
    'is another one after a statement that changes %s, for that organization alone',
    async (table) => {
      expect(await seenBy(() => db.tenant(a, (ctx) => change(ctx, table)))).toEqual([true, false]);
    },
  );

  it('is another one for everybody after a change of what is shared, or one that the operator makes', async () => {
    for (const table of [...tables('reference'), 'employees']) {
      const script = `delete from public.${table} where false`;
      const seen = await seenBy(() => withSystem(db.system, (ctx) => ctx.script(script)));
      expect([table, ...seen]).toEqual([table, true, true]);
    }
  });

  it('is another one after rows are copied in or a table is emptied', async () => {
    const teams = await seenBy(() => admin`truncate public.ai_figures`);
    expect(teams).toEqual([true, true]);
  });

  it('stays the same where nothing that pages read changes', async () => {
    expect((await momentOf(a)).changed).toBe(true);
    expect(await seenBy(async () => {})).toEqual([false, false]);
    expect(
      await seenBy(() =>
        db.tenant(a, async (ctx) => {
          for (const table of ['operations', 'uploads', 'idempotency_keys']) await change(ctx, table);
        }),
      ),
    ).toEqual([false, false]);
  });

  it('is not changed by what was taken back, and is by what was done after a savepoint was', async () => {
    const broken = () =>
      db.tenant(a, async (ctx) => {
        await change(ctx);
        throw new Error('taken back');
      });
    expect(await seenBy(() => broken().catch(() => {}))).toEqual([false, false]);
    const partly = () =>
      db.tenant(a, async (ctx) => {
        await sql`savepoint before`.execute(ctx.tx);
        await change(ctx);
        await sql`rollback to before`.execute(ctx.tx);
        await change(ctx, 'sites');
      });
    expect(await seenBy(partly)).toEqual([true, false]);
  });

  it('is another one when a transaction ends that had begun before it', async () => {
    const [written, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const running = db.tenant(a, async (ctx) => {
      await change(ctx);
      written.resolve();
      await ended.promise;
    });
    await written.promise;
    const { snapshot } = await momentOf(a);
    expect((await momentOf(a, snapshot)).changed).toBe(false);
    ended.resolve();
    await running;
    expect((await momentOf(a, snapshot)).changed).toBe(true);
  });

  it('cannot be hidden by the runtime role: it reaches neither the notes nor the function that makes them', async () => {
    for (const attempt of [
      sql`delete from cadre_private.data_changes`,
      sql`select cadre_private.note_change()`,
      sql`alter table public.teams disable trigger note_change`,
      sql`set local session_replication_role = replica`,
      sql`insert into cadre_private.data_changes (transaction, organization_id) select pg_current_xact_id(), gen_random_uuid()`,
    ])
      await expect(db.tenant(a, (ctx) => attempt.execute(ctx.tx))).rejects.toThrow(
        /permission|must be owner/,
      );
  });

  it('is another one where a note of the same number came from another server', async () => {
    const { snapshot } = await momentOf(a);
    const next = Number((await admin`select pg_snapshot_xmax(pg_current_snapshot())::text as n`)[0]?.['n']);
    const numbers = Array.from({ length: 200 }, (_, index) => String(next + index));
    await admin`insert into cadre_private.data_changes (transaction, organization_id, noted_at)
      select n::xid8, ${b}::uuid, now() - interval '2 hours' from unnest(${numbers}::text[]) as n`;
    await db.tenant(a, (ctx) => change(ctx));
    expect((await momentOf(a, snapshot)).changed).toBe(true);
    await withAuth(db.database, deleteOldChanges);
    expect(
      Number(
        (
          await admin`select count(*) from cadre_private.data_changes
      where transaction >= pg_snapshot_xmax(pg_current_snapshot())`
        )[0]?.['count'],
      ),
    ).toBe(0);
    // Some of these numbers are of transactions that other tests have open.
    await admin`delete from cadre_private.data_changes where noted_at < now() - interval '1 hour'`;
  });

  it('names the server, which a page of an earlier one is not compared with', async () => {
    const [first, second] = [await momentOf(a), await momentOf(b)];
    expect(first.server).toBe(second.server);
    expect(Date.parse(first.server)).toBeLessThan(Date.now());
  });

  it('tells of jobs of its figures that are not over', async () => {
    expect((await momentOf(a)).isBusy).toBe(false);
    await db.tenant(a, (ctx) =>
      sql`select enqueue_job('refresh-capability', '{}'::jsonb, 'x')`.execute(ctx.tx),
    );
    expect([(await momentOf(a)).isBusy, (await momentOf(b)).isBusy]).toEqual([true, false]);
    await admin`update graphile_worker._private_jobs set attempts = max_attempts`;
    expect((await momentOf(a)).isBusy).toBe(false);
    await admin`delete from graphile_worker._private_jobs`;
  });
});

describe('old notes', () => {
  const notes = async () =>
    Number((await admin`select count(*) from cadre_private.data_changes`)[0]?.['count']);
  const forget = () => withAuth(db.database, deleteOldChanges);
  const age = (minutes: number) =>
    admin`update cadre_private.change_horizons set taken_at = taken_at - make_interval(mins => ${minutes})`;

  it('are not forgotten by a moment that another server has seen', async () => {
    const before = await momentOf(a);
    await admin`insert into cadre_private.change_horizons values (now() - interval '1 hour', '9000000000:9000000000:')`;
    await db.tenant(a, (ctx) => change(ctx));
    await forget();
    expect((await momentOf(a, before.snapshot)).changed).toBe(true);
  });

  it('are forgotten once they were committed twenty minutes ago, not those of a transaction that ran then', async () => {
    await forget();
    const [written, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const running = db.tenant(a, async (ctx) => {
      await change(ctx);
      written.resolve();
      await ended.promise;
    });
    await written.promise;
    await age(60);
    await forget();
    await age(19);
    ended.resolve();
    await running;
    const { snapshot } = await momentOf(b);
    await db.tenant(b, (ctx) => change(ctx));
    await forget();
    expect(await notes()).toBe(2);
    expect((await momentOf(b, snapshot)).changed).toBe(true);
    await age(2);
    await forget();
    await age(21);
    await forget();
    expect(await notes()).toBe(0);
    expect(Number((await admin`select count(*) from cadre_private.change_horizons`)[0]?.['count'])).toBe(2);
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConnectionLost } from '#db/client/connection-lost';
import { CommitRefused, TransactionOver } from '#db/client/transaction-over';
import { createDatabase, type Database } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';

const actor = { kind: 'operator', id: 'test' } as const;
let db: TestDatabase;
let database: Database;
let first: string;
let second: string;

/** One slot: whatever comes after the first transaction runs on its connection. */
beforeAll(async () => {
  db = await openTestDatabase();
  database = createDatabase({
    appUrl: db.urls.app,
    authUrl: db.urls.auth,
    tenantKey: TEST_TENANT_KEY,
    applicationName: 'cadre-test',
    poolSize: 1,
  });
  first = (await db.newOrganization()).organizationId;
  second = (await db.newOrganization()).organizationId;
  await as(second, ({ tx }) => tx.insertInto('teams').values({ teamId: second, name: 'second' }).execute());
  return () => database.close();
});

const as = <T>(organizationId: string, work: (ctx: TenantContext) => Promise<T>) =>
  withTenant(database, { organizationId, actor }, work);
const names = (ctx: TenantContext) => sql<{ name: string }>`select name from teams`.execute(ctx.tx);

describe('a handle ends with its transaction', () => {
  it('refuses a handle that was kept, while another organization is served on the same connection', async () => {
    const kept = await as(first, async (ctx) => ctx);
    await as(second, async (ctx) => {
      expect((await names(ctx)).rows).toEqual([{ name: 'second' }]);
      await expect(names(kept)).rejects.toThrow(TransactionOver);
    });
  });

  it('refuses what a sibling promise still does after the work has failed', async () => {
    const goOn = Promise.withResolvers<void>();
    const straggler = Promise.withResolvers<unknown>();
    const failing = as(first, (ctx) =>
      Promise.all([
        Promise.reject(new Error('one half failed')),
        goOn.promise.then(() => names(ctx)).then(straggler.resolve, straggler.reject),
      ]),
    );
    await expect(failing).rejects.toThrow('one half failed');
    const refused = expect(straggler.promise).rejects.toThrow(TransactionOver);
    await as(second, async (ctx) => {
      await names(ctx);
      goOn.resolve();
      await refused;
    });
  });

  it('refuses the rest of a stream', async () => {
    const rows = await as(second, async ({ tx }) => tx.selectFrom('teams').select('name').stream(1));
    await as(second, async () => {
      await expect(rows.next()).rejects.toThrow(TransactionOver);
    });
  });
});

describe('what injected SQL leaves on the connection', () => {
  const teamNames = ({ tx }: TenantContext) =>
    tx.selectFrom('teams').select('name').where('name', '<>', '').execute();
  /** Puts under the name of the statement above one that keeps the reader's signed setting. */
  const plant = `do $$ declare planned text; begin
    for planned in select name from pg_prepared_statements where statement like 'select "name" from "teams"%' loop
      execute format('deallocate %I', planned);
      execute format('prepare %I (text, uuid) as select set_config(''app.kept'', current_setting(''app.tenant''),
        false) as name where $1 is not null and $2 is not null', planned);
    end loop; end $$`;

  it('no statement planted under a name of the driver runs as the next organization', async () => {
    expect(await as(second, teamNames)).toEqual([{ name: 'second' }]);
    await as(first, ({ tx }) => sql.raw(plant).execute(tx));
    await expect(as(second, teamNames)).rejects.toThrow(ConnectionLost);
    expect(await as(second, teamNames)).toEqual([{ name: 'second' }]);
    const kept = await as(first, ({ tx }) =>
      sql<{ kept: string | null }>`select current_setting('app.kept', true) as kept`.execute(tx),
    );
    expect(kept.rows).toEqual([{ kept: null }]);
  });

  it('red control: the planted statement does run, and keeps the setting, where nobody looks', async () => {
    await as(second, teamNames);
    await as(second, async (ctx) => {
      await sql.raw(plant).execute(ctx.tx);
      const [row] = await teamNames(ctx);
      expect(row?.name).toContain(`test.${second}.`);
    });
    await expect(as(first, names)).rejects.toThrow(ConnectionLost);
  });
});

describe('one statement, one answer', () => {
  it('does not acknowledge a transaction whose failed statement was swallowed', async () => {
    const swallowing = as(first, async ({ tx }) => {
      await tx.insertInto('teams').values({ teamId: first, name: 'never kept' }).execute();
      await sql`select 1 / 0`.execute(tx).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow(CommitRefused);
    expect((await as(first, names)).rows).toEqual([]);
  });

  it('refuses a second statement in one text, also without parameters', async () => {
    const stacked = as(first, ({ tx }) => sql.raw('select 1; select 2').execute(tx));
    await expect(stacked).rejects.toThrow('multiple commands');
  });

  it('goes on after a stream that its reader left early', async () => {
    const seen = await as(second, async ({ tx }) => {
      const numbers = sql<{ n: number }>`(select generate_series(1, 5000) as n)`.as('numbers');
      for await (const { n } of tx.selectFrom(numbers).select('n').stream(10)) {
        if (n === 15) break;
      }
      return names({ tx } as TenantContext);
    });
    expect(seen.rows).toEqual([{ name: 'second' }]);
  });

  it('reads and writes lists', async () => {
    const { rows } = await as(first, ({ tx }) =>
      sql<Record<string, unknown>>`
        select ${['a "b"', null, 'c\\d']}::text[] as texts, ${[1, null]}::smallint[] as levels,
               array[${first}::uuid] as ids, array['2026-11-21'::date] as days, '{}'::bigint[] as none`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([
      { texts: ['a "b"', null, 'c\\d'], levels: [1, null], ids: [first], days: ['2026-11-21'], none: [] },
    ]);
  });

  it('keeps no result after its reader has dropped it', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const result = await as(second, async (ctx) => new WeakRef((await names(ctx)).rows[0] ?? {}));
    await as(first, names);
    collect();
    expect(result.deref()).toBeUndefined();
  });
});

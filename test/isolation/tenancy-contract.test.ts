import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT_TENANT_TABLES, READ_ONLY_TENANT_TABLES, TABLE_SCOPE, TENANT_TABLES } from '#db/table-scope';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { attempt, attemptWork } from './world/attempt';
import { readTableShapes, type TableShape } from './world/table-shape';
import { growWorld, insertRow, newRow, pointAt, type Row, type TenantWorld } from './world/tenant-world';

let db: TestDatabase;
let admin: postgres.Sql;
let shapes: Map<string, TableShape>;
let a: TenantWorld;
let b: TenantWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  shapes = await readTableShapes(admin);
  a = await growWorld(db.database, shapes);
  b = await growWorld(db.database, shapes);
});
afterAll(() => admin.end());

const REFUSED_BY_POLICY = '42501';
const FOREIGN_KEY = '23503';
const TAKEN = '23505';

const asB = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(b.organizationId, work);
const shapeOf = (table: string): TableShape => {
  const shape = shapes.get(table);
  if (!shape) throw new Error(`no such table: ${table}`);
  return shape;
};
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** As superuser: what is stored, by organization. */
const stored = (table: string) =>
  admin`select to_jsonb(t) as row from ${admin(table)} t order by to_jsonb(t)::text`;

describe('the catalogue and table-scope.ts', () => {
  it('list the same tables, and the tenant tables are those of public with an organization', async () => {
    const tables = await admin<{ name: string; owned: boolean; schema: string }[]>`
      select n.nspname || '.' || c.relname as name, n.nspname as schema,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'
                        and not a.attisdropped) as owned
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth', 'cadre_private') and c.relkind in ('r', 'p')`;
    expect(tables.map(({ name }) => name).sort()).toEqual([...TABLE_SCOPE.keys()].sort());
    const owned = tables.filter((table) => table.owned && table.schema === 'public').map(({ name }) => name);
    expect(owned.sort()).toEqual(TENANT_TABLES.map((name) => `public.${name}`).sort());
  });

  it('hold one row of each organization in every tenant table, with the canary wherever there is free text', () => {
    expect([...a.rows.keys()].sort()).toEqual([...TENANT_TABLES].sort());
    const withCanary = [...a.rows.values()].filter((row) => JSON.stringify(row).includes(a.canary));
    console.info(`tenancy contract: ${a.rows.size} tables, ${withCanary.length} with a canary in their text`);
    expect(withCanary.length).toBeGreaterThan(a.rows.size / 2);
  });
});

const writable = TENANT_TABLES.filter((table) => !READ_ONLY_TENANT_TABLES.includes(table));

describe.each(READ_ONLY_TENANT_TABLES)('%s, as another organization', (table) => {
  it('shows the own rows alone, and none without an organization', async () => {
    const statement = sql<Row>`select to_jsonb(t) as row, organization_id from ${sql.table(table)} t`;
    const { rows } = await asB((ctx) => attempt(ctx, statement));
    expect(rows.map((row) => row['organizationId'])).toEqual([b.organizationId]);
    expect(JSON.stringify(rows)).not.toContain(a.canary);
    const app = postgres(db.urls.app, { max: 1, fetch_types: false });
    expect(await app`select * from ${app(table)}`).toHaveLength(0);
    await app.end();
  });

  it('takes no statement that writes, of the own organization either', async () => {
    const before = await stored(table);
    const from = sql.table(table);
    await asB(async (ctx) => {
      for (const statement of [
        sql`insert into ${from} select * from ${from}`,
        sql`update ${from} set organization_id = organization_id`,
        sql`delete from ${from}`,
        sql`truncate ${from}`,
        sql`select * from ${from} for update`,
      ]) {
        expect((await attempt(ctx, statement)).code).toBe(REFUSED_BY_POLICY);
      }
    });
    expect(await stored(table)).toEqual(before);
  });
});

describe.each(writable)('%s, as another organization', (table) => {
  let before: readonly unknown[];
  const changed = KEPT_TENANT_TABLES.get(table) ?? 'organization_id';
  const same = sql`set ${sql.id(changed)} = ${sql.id(changed)}`;
  const isKept = KEPT_TENANT_TABLES.has(table);
  beforeAll(async () => {
    before = await stored(table);
  });

  it('raw SQL without a condition reaches the own rows alone', async () => {
    await asB(async (ctx) => {
      const from = sql.table(table);
      const statements = {
        select: sql<Row>`select to_jsonb(t) as row, organization_id from ${from} t`,
        lock: sql<Row>`select to_jsonb(t) as row, organization_id from ${from} t for update`,
        update: sql<Row>`update ${from} ${same} returning *`,
      };
      for (const [name, statement] of Object.entries(statements)) {
        const { rows, code } = await attempt(ctx, statement);
        expect([name, code, rows.map((row) => row.organizationId)]).toEqual([
          name,
          undefined,
          [b.organizationId],
        ]);
        expect(JSON.stringify(rows)).not.toContain(a.canary);
      }
      const deletion = await attempt(ctx, sql<Row>`delete from ${from} returning *`);
      if (isKept) expect(deletion.code).toBe(REFUSED_BY_POLICY);
      else if (deletion.code !== FOREIGN_KEY) {
        expect(deletion.rows.map((row) => row.organizationId)).toEqual([b.organizationId]);
      }
    });
  });

  it('raw SQL that names the other organization sees, changes and removes nothing', async () => {
    await asB(async (ctx) => {
      const from = sql.table(table);
      const other = sql`where organization_id = ${a.organizationId}::uuid`;
      for (const statement of [
        sql`select * from ${from} ${other}`,
        sql`update ${from} ${same} ${other} returning 1`,
      ]) {
        expect(await attempt(ctx, statement)).toMatchObject({ rows: [], code: undefined });
      }
      const deletion = await attempt(ctx, sql`delete from ${from} ${other} returning 1`);
      expect(deletion).toMatchObject({ rows: [], code: isKept ? REFUSED_BY_POLICY : undefined });
    });
  });

  it('raw SQL can neither add a row to it nor give it one', async () => {
    await asB(async (ctx) => {
      const row = { ...newRow(shapeOf(table), a), organization_id: a.organizationId };
      const from = sql.table(table);
      const taken = a.rows.get(table);
      const columns = sql.join(
        Object.keys(taken ?? {})
          .filter((name) => !isMade(name))
          .map((name) => sql.ref(name)),
      );
      const outcomes = [
        await attemptWork(ctx, async () => ({ rows: [await insertRow(ctx, shapeOf(table), row)] })),
        await attempt(
          ctx,
          sql`insert into ${from} (${columns}) select ${columns}
              from jsonb_populate_record(null::${from}, ${JSON.stringify(taken)}::text::jsonb) on conflict do nothing`,
        ),
        await attempt(ctx, sql`update ${from} set organization_id = ${a.organizationId}::uuid`),
      ];
      expect(outcomes.map(({ code }) => code)).toEqual(Array(3).fill(REFUSED_BY_POLICY));
    });
    function isMade(name: string): boolean {
      return shapeOf(table).columns.some((column) => column.name === name && column.made);
    }
  });

  it('a row of the own organization cannot point at a row of the other', async () => {
    await asB(async (ctx) => {
      for (const key of shapeOf(table).foreignKeys.filter(({ columns }) => columns.length > 1)) {
        const parent = { ...a.rows.get(key.parent), organization_id: b.organizationId };
        const row = { ...newRow(shapeOf(table), b), ...pointAt(key, parent) };
        const insert = () => insertRow(ctx, shapeOf(table), row);
        const beside = await attemptWork(ctx, async () => ({ rows: [await insert()] }));
        // Where the own row has the key already, in its place.
        const instead = () =>
          attemptWork(ctx, async () => {
            await ctx.tx.deleteFrom(camel(table) as 'teams').execute();
            return { rows: [await insert()] };
          });
        const outcome = beside.code === TAKEN ? await instead() : beside;
        expect([outcome.code, outcome.constraint]).toEqual([FOREIGN_KEY, key.name]);
      }
    });
  });

  it('the tenant query builder sees and changes the own rows alone', async () => {
    await asB(async (ctx) => {
      const name = camel(table) as 'teams';
      const rows = await ctx.tx.selectFrom(name).selectAll().execute();
      expect(rows.map((row) => row.organizationId)).toEqual([b.organizationId]);
      expect(JSON.stringify(rows)).not.toContain(a.canary);
      const other = await attemptWork(ctx, async () => ({
        rows: [
          ...(await ctx.tx
            .selectFrom(name)
            .selectAll()
            .where('organizationId', '=', a.organizationId)
            .execute()),
          ...(isKept
            ? []
            : await ctx.tx
                .deleteFrom(name)
                .where('organizationId', '=', a.organizationId)
                .returningAll()
                .execute()),
          ...(await ctx.tx
            .updateTable(name)
            .set({ [camel(changed)]: b.rows.get(table)?.[changed] } as never)
            .where('organizationId', '=', a.organizationId)
            .returningAll()
            .execute()),
        ],
      }));
      expect(other).toMatchObject({ rows: [], code: undefined });
      const insertion = await attemptWork(ctx, async () => ({
        rows: await ctx.tx
          .insertInto(name)
          .values(camelKeys(newRow(shapeOf(table), a)) as never)
          .returningAll()
          .execute(),
      }));
      expect(insertion.code).toBe(REFUSED_BY_POLICY);
    });
  });

  it('nothing is visible without an organization', async () => {
    const app = postgres(db.urls.app, { max: 1, fetch_types: false });
    expect(await app`select * from ${app(table)}`).toHaveLength(0);
    await app.end();
  });

  it('what is stored did not change', async () => {
    expect(await stored(table)).toEqual(before);
  });
});

function camelKeys(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      camel(name),
      value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
    ]),
  );
}

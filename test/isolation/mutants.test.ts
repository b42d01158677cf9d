import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCatalogueFaults } from '#db/catalogue-lint';
import { connectSystem, type SystemConnection, type SystemContext, withSystem } from '#db/system';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { isIsolated, type Worlds } from './mutants/isolation-probe';
import {
  foreignKeyMutants,
  type Mutant,
  policyMutants,
  roleMutants,
  uniqueKeyMutants,
} from './mutants/mutants';
import { readTableShapes, type TableShape } from './world/table-shape';
import { growWorld } from './world/tenant-world';

let db: TestDatabase;
let admin: SystemConnection;
let catalogue: postgres.Sql;
let shapes: Map<string, TableShape>;
let worlds: Worlds;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = connectSystem(db.urls.admin, 'cadre-test');
  catalogue = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  shapes = await readTableShapes(catalogue);
  worlds = { a: await growWorld(db.database, shapes), b: await growWorld(db.database, shapes) };
});
afterAll(() => Promise.all([admin.close(), catalogue.end()]));

describe('mutants of policies and keys (security.md proof 5)', () => {
  it('finds the schema as migrated sound, and every table isolated', async () => {
    await withSystem(admin, async (ctx) => {
      expect(await findCatalogueFaults(ctx.tx)).toEqual([]);
      for (const shape of shapes.values()) {
        const keys = shape.foreignKeys.filter(({ columns }) => columns.length > 1);
        for (const as of ['app' as const, 'owner' as const, ...keys]) {
          expect([shape.name, as, await isIsolated(ctx, worlds, { shape, as })]).toEqual([
            shape.name,
            as,
            true,
          ]);
        }
      }
    });
  });

  it('kills every mutant of a policy', () => killAll([...shapes.values()].flatMap(policyMutants)));

  it('kills every mutant of a foreign key', () => killAll([...shapes.values()].flatMap(foreignKeyMutants)));

  it('kills every mutant of a unique key', async () => killAll(uniqueKeyMutants(await uniqueKeys())));

  it('kills the mutant that may pass row security, on every table', () =>
    killAll(roleMutants(shapes.values())));
});

/**
 * Plants all mutants of a kind at once, each on its own table or key, in a savepoint that is rolled back. Rules and
 * checks look at one table at a time, so each mutant must be named for itself.
 */
async function killAll(mutants: readonly Mutant[]): Promise<void> {
  for (const [kind, alike] of Map.groupBy(mutants, (mutant) => mutant.kind)) {
    const { unnamed, unseen, seen } = await withSystem(admin, (ctx) => judge(ctx, alike));
    console.info(
      `proof 5: ${kind}: ${alike.length} mutants, ${alike.length - unnamed.length} named by the lint, ` +
        `${seen} of ${seen + unseen.length} seen by the isolation check`,
    );
    expect({ kind, unnamed, unseen }).toEqual({ kind, unnamed: [], unseen: [] });
  }
}

async function judge(ctx: SystemContext, mutants: readonly Mutant[]) {
  const unnamed: string[] = [];
  const unseen: string[] = [];
  let seen = 0;
  await sql`savepoint mutants`.execute(ctx.tx);
  await ctx.script([...new Set(mutants.map(({ apply }) => apply))].join('; '));
  const faults = await findCatalogueFaults(ctx.tx);
  for (const { rule, subject, table, probe } of mutants) {
    if (!faults.some((fault) => fault.rule === rule && fault.subject === subject)) unnamed.push(subject);
    const shape = shapes.get(table);
    if (!probe || !shape) continue;
    if (await isIsolated(ctx, worlds, { shape, as: probe })) unseen.push(table);
    else seen += 1;
  }
  await sql`rollback to savepoint mutants`.execute(ctx.tx);
  return { unnamed, unseen, seen };
}

async function uniqueKeys(): Promise<{ table: string; columns: string[] }[]> {
  const keys = await catalogue<{ table: string; columns: string[] }[]>`
    select c.relname as table,
           array(select attname::text from unnest(k.conkey) with ordinality as u(n, o)
                   join pg_attribute on attrelid = k.conrelid and attnum = n order by o) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype in ('p', 'u') and c.relnamespace = 'public'::regnamespace order by 1`;
  return keys.filter(({ table }) => shapes.has(table));
}

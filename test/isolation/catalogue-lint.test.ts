import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCatalogueFaults, lintCatalogue } from '#db/catalogue-lint';
import { CATALOGUE_RULES } from '#db/catalogue-rules';
import { connectSystem, withSystem } from '#db/system';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { BAD_FIXTURES } from './catalogue-bad-fixtures';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

describe('the catalogue lint (security.md proof 6)', () => {
  it('finds nothing wrong with the schema as migrated', async () => {
    await expect(lintCatalogue(db.database)).resolves.toBeUndefined();
  });

  it('has a bad fixture for every rule that a schema can break', () => {
    const covered = new Set(BAD_FIXTURES.map(({ rule }) => rule));
    const untestable = ['the server is older', 'a runtime role is missing'];
    const missing = CATALOGUE_RULES.filter(
      ({ name }) => !covered.has(name) && !untestable.some((start) => name.startsWith(start)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it.each(BAD_FIXTURES)('refuses: $rule', async ({ rule, break: statement }) => {
    const admin = connectSystem(db.urls.admin);
    const faults = await withSystem(admin, async (ctx) => {
      await ctx.script(statement);
      const found = await findCatalogueFaults(ctx.tx);
      await sql`rollback`.execute(ctx.tx);
      await sql`begin`.execute(ctx.tx);
      return found;
    });
    await admin.close();
    expect(faults.map((fault) => fault.rule)).toContain(rule);
  });
});

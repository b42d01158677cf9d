import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dumpSchema } from '#db/dump-schema';
import { migrate, pendingMigrations } from '#db/migrate';
import { listMigrations } from '#db/migration-files';
import { withSystem } from '#db/system';
import { openTestDatabase } from '#test/setup/database';

it('has the committed schema, and migrating again changes nothing', async () => {
  const db = await openTestDatabase();
  const committed = readFileSync(path.join(import.meta.dirname, '../../db/schema.sql'), 'utf8');
  expect(await withSystem(db.system, dumpSchema)).toBe(committed);
  expect(await migrate(db.system)).toEqual([]);
  expect(await pendingMigrations(db.system)).toEqual([]);
  await withSystem(db.system, ({ script }) =>
    script("update cadre_private.migrations set checksum = 'other'"),
  );
  await expect(migrate(db.system)).rejects.toThrow(
    `migration ${listMigrations()[0]?.name} was changed after it was applied`,
  );
});

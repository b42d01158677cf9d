import { sql } from 'kysely';
import { listMigrations, type Migration } from './migration-files';
import { type SystemConnection, type SystemContext, withSystem } from './system';

const LOCK_RETRIES = 100;

/** Applies what is missing, each migration in its own transaction; returns the names applied. */
export async function migrate(connection: SystemConnection): Promise<readonly string[]> {
  await withSystem(connection, prepare);
  const applied: string[] = [];
  for (const migration of listMigrations()) {
    if (await applyWithRetry(connection, migration)) applied.push(migration.name);
  }
  return applied;
}

/** Names of migrations that the database lacks (readyz). */
export async function pendingMigrations(connection: SystemConnection): Promise<readonly string[]> {
  return withSystem(connection, async ({ tx }) => {
    const exists = await sql<{
      found: boolean;
    }>`select to_regclass('cadre_private.migrations') is not null as found`.execute(tx);
    if (!exists.rows[0]?.found) return listMigrations().map(({ name }) => name);
    const done = await sql<{ name: string }>`select name from cadre_private.migrations`.execute(tx);
    const names = new Set(done.rows.map(({ name }) => name));
    return listMigrations()
      .map(({ name }) => name)
      .filter((name) => !names.has(name));
  });
}

async function prepare({ script }: SystemContext): Promise<void> {
  await script(`
    select pg_advisory_xact_lock(7231);
    create schema if not exists cadre_private;
    create table if not exists cadre_private.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now()
    );`);
}

/** A lock is waited for briefly and often, so that readers never queue behind a migration (security.md 1.20). */
async function applyWithRetry(connection: SystemConnection, migration: Migration): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withSystem(connection, (ctx) => applyOne(ctx, migration));
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || attempt >= LOCK_RETRIES) throw error;
    }
  }
}

async function applyOne({ tx, script }: SystemContext, migration: Migration): Promise<boolean> {
  await script('select pg_advisory_xact_lock(7231)');
  const known = await sql<{ checksum: string }>`
    select checksum from cadre_private.migrations where name = ${migration.name}`.execute(tx);
  const checksum = known.rows[0]?.checksum;
  if (checksum === migration.checksum) return false;
  if (checksum)
    throw new Error(`migration ${migration.name} was changed after it was applied; write a new one instead`);
  await script(`set local lock_timeout = '50ms'; ${migration.text}`);
  await sql`insert into cadre_private.migrations (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(
    tx,
  );
  return true;
}

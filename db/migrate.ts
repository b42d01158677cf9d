import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { type SystemConnection, type SystemContext, withSystem } from './system';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

const LOCK_RETRIES = 100;

/** Folder of the migrations, beside this file in the source tree and beside the bundle's parent once built. */
function migrationsFolder(): string {
  const candidates = [
    path.join(import.meta.dirname, 'migrations'),
    path.join(import.meta.dirname, '../db/migrations'),
  ];
  const found = candidates.find((folder) => existsSync(folder));
  if (!found) throw new Error('the folder db/migrations is missing beside the program');
  return found;
}

/** All migrations in order. */
export function listMigrations(): readonly Migration[] {
  const folder = migrationsFolder();
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

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

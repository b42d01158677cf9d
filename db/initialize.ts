import { sql } from 'kysely';
import { Pool } from './client/pool';
import { kyselyOverSlot } from './client/slot-dialect';
import { type RoleLogin, roleStatements } from './roles';
import { connectSystem, withSystem } from './system';

export interface InitializeInput {
  readonly DATABASE_ADMIN_URL?: string | undefined;
  readonly DATABASE_OWNER_URL?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly DATABASE_AUTH_URL?: string | undefined;
}

/**
 * Makes the three roles with the passwords of their URLs, and the database, on a server of one's own; safe to repeat.
 * DATABASE_ADMIN_URL names a superuser. Throws Error with one sentence that names the variable.
 */
export async function initializeDatabase(input: InitializeInput): Promise<void> {
  const admin = required(input, 'DATABASE_ADMIN_URL');
  const owner = login(required(input, 'DATABASE_OWNER_URL'), 'cadre_owner');
  const app = login(required(input, 'DATABASE_URL'), 'cadre_app');
  const auth = login(required(input, 'DATABASE_AUTH_URL'), 'cadre_auth');
  const database = new URL(required(input, 'DATABASE_URL')).pathname.slice(1);
  const connection = connectSystem(admin, 'cadre-init');
  try {
    const serverMajor = await withSystem(connection, async ({ tx }) => {
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int / 10000 as version`.execute(tx);
      return rows[0]?.version ?? 0;
    });
    const statements = roleStatements({ owner, app, auth, database, serverMajor });
    const exists = await withSystem(connection, async ({ tx, script }) => {
      for (const statement of statements.cluster) await script(statement);
      const { rows } = await sql`select 1 from pg_database where datname = ${database}`.execute(tx);
      return rows.length > 0;
    });
    if (!exists) await outsideTransaction(admin, statements.createDatabase);
    const inside = new URL(admin);
    inside.pathname = `/${database}`;
    const within = connectSystem(inside.toString(), 'cadre-init');
    await withSystem(within, async ({ script }) => {
      for (const statement of statements.inDatabase) await script(statement);
    });
    await within.close();
  } finally {
    await connection.close();
  }
}

async function outsideTransaction(url: string, statement: string): Promise<void> {
  const pool = new Pool({
    url,
    size: 1,
    applicationName: 'cadre-init',
    connectTimeoutMs: 5_000,
    acquireTimeoutMs: 5_000,
  });
  const slot = await pool.acquire();
  try {
    await sql.raw(statement).execute(kyselyOverSlot(slot, []));
  } finally {
    pool.release(slot);
    await pool.close();
  }
}

function required(input: InitializeInput, name: keyof InitializeInput): string {
  const value = input[name];
  if (!value) throw new Error(`${name} is needed for db init.`);
  return value;
}

function login<Name extends RoleLogin['name']>(url: string, name: Name): RoleLogin {
  const { username, password } = new URL(url);
  if (username !== name)
    throw new Error(`The URL for ${name} signs in as ${username || 'nobody'}; it must be ${name}.`);
  return { name, password: decodeURIComponent(password) };
}

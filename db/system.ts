import type { Kysely } from 'kysely';
import { type CopiedRow, type CopyTarget, copyRows } from './client/copy-rows';
import { Pool } from './client/pool';
import type { Slot } from './client/slot';
import { kyselyOverSlot } from './client/slot-dialect';
import { CAMEL_CASE } from './database';
import type { SystemTables } from './tables';
import { inTransaction } from './transaction';

/** The operator's connection (role cadre_owner): migrations, the shared catalogue, keys. Never inside a request. */
export interface SystemContext {
  readonly tx: Kysely<SystemTables>;
  /** Runs a script of several statements without parameters. */
  script(text: string): Promise<unknown>;
  /** Adds rows to a table by `copy`; resolves to how many. The rows are asked for as fast as they are taken. */
  copy(target: CopyTarget, rows: AsyncIterable<readonly CopiedRow[]>): Promise<number>;
  readonly now: Date;
}

export interface SystemConnection {
  readonly pool: Pool;
  close(): Promise<void>;
}

/** Opens the operator's connection; nothing connects before the first use. */
export function connectSystem(ownerUrl: string, applicationName = 'cadre-operator'): SystemConnection {
  const pool = new Pool({
    url: ownerUrl,
    size: 1,
    applicationName,
    connectTimeoutMs: 5_000,
    acquireTimeoutMs: 60_000,
  });
  return { pool, close: () => pool.close() };
}

const SYSTEM_LIMIT_MS = 600_000;

/** One transaction of the operator. Only migrate, seeds, the command line and tests may call it. */
export async function withSystem<T>(
  connection: SystemConnection,
  work: (ctx: SystemContext) => Promise<T>,
): Promise<T> {
  return inTransaction(
    connection.pool,
    { limitMs: SYSTEM_LIMIT_MS, readOnly: false, settings: () => ({}) },
    (slot: Slot) =>
      work({
        tx: kyselyOverSlot<SystemTables>(slot, [CAMEL_CASE]),
        script: (text) => slot.script(text),
        copy: (target, rows) => copyRows(slot, target, rows),
        now: new Date(),
      }),
  );
}

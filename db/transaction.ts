import { ConnectionLost } from './client/connection-lost';
import type { Pool } from './client/pool';
import type { Slot } from './client/slot';
import { CommitRefused } from './client/transaction-over';

export interface TransactionOptions {
  /** Settings that go into the BEGIN round trip, already validated: name -> literal without quotes. */
  readonly settings: (slot: Slot) => Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly readOnly: boolean;
}

/**
 * Runs work in one transaction on one slot: BEGIN and the local settings in one round trip, COMMIT at the end,
 * ROLLBACK on an error. When the connection dies the slot is dead and ConnectionLost is thrown; work that was not
 * acknowledged may be tried again by the caller.
 */
export async function inTransaction<T>(
  pool: Pool,
  options: TransactionOptions,
  work: (slot: Slot) => Promise<T>,
): Promise<T> {
  const slot = await pool.acquire();
  // Past its longest time the signed setting is void, and a silent network would hold the caller for ever.
  const end = setTimeout(() => slot.destroy(), options.limitMs + TRANSACTION_GRACE_MS);
  try {
    await begin(slot, beginScript(options, slot));
    const value = await work(slot);
    slot.endTurn();
    const { command } = await slot.query('commit', []);
    if (command !== 'COMMIT') throw new CommitRefused();
    return value;
  } catch (error) {
    slot.endTurn();
    await rollback(slot);
    throw error;
  } finally {
    clearTimeout(end);
    pool.release(slot);
  }
}

/** Beyond the limit of one statement: under the grace of the signed setting (tenancy.ts). */
const TRANSACTION_GRACE_MS = 45_000;

/**
 * Fails where a statement was prepared by SQL text. Injected SQL could put its own statement under the name of one
 * that the driver has prepared; the next organization on this connection would run it. The driver prepares through
 * the protocol, so a statement from SQL text is never its own.
 */
const NO_PLANTED_STATEMENT =
  'select 1 / (select (count(*) = 0)::int from pg_catalog.pg_prepared_statements where from_sql)';

/** A connection on which a transaction cannot begin is thrown away. */
async function begin(slot: Slot, script: string): Promise<void> {
  try {
    await slot.script(script);
  } catch {
    slot.destroy();
    throw new ConnectionLost();
  }
}

/** A frozen process holds its locks no longer than this (a frozen worker's job is taken up within a minute). */
const IDLE_LIMIT_MS = 20_000;

/** All that a page reads is of one moment: an import that ends between two of its queries is seen whole or not at all. */
const READ_ONLY = 'begin isolation level repeatable read read only';

function beginScript(options: TransactionOptions, slot: Slot): string {
  const settings = {
    statement_timeout: String(options.limitMs),
    idle_in_transaction_session_timeout: String(Math.min(options.limitMs, IDLE_LIMIT_MS)),
    ...options.settings(slot),
  };
  const lines = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z_.]+$/.test(name) || !/^[A-Za-z0-9.-]*$/.test(value)) throw new Error('not a safe setting');
    return `set local ${name} = '${value}'`;
  });
  return [options.readOnly ? READ_ONLY : 'begin', ...lines, NO_PLANTED_STATEMENT].join('; ');
}

async function rollback(slot: Slot): Promise<void> {
  if (slot.dead) return;
  try {
    await slot.query('rollback', []);
  } catch {
    slot.destroy();
  }
}

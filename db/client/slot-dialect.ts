import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Slot } from './slot';
import { TransactionOver } from './transaction-over';

/** Kysely over one slot that its caller holds; transactions are opened by the caller, never by Kysely. */
export function kyselyOverSlot<DB>(slot: Slot, plugins: KyselyPlugin[]): Kysely<DB> {
  const connection = new SlotConnection(slot);
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => new SlotDriver(connection),
  };
  return new Kysely<DB>({ dialect, plugins });
}

class SlotConnection implements DatabaseConnection {
  readonly #slot: Slot;
  readonly #turn: number;

  constructor(slot: Slot) {
    this.#slot = slot;
    this.#turn = slot.turn;
  }

  async executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
    this.#refuseWhenOver();
    const result = await this.#slot.query<object>(compiled.sql, compiled.parameters);
    const rows = Array.from(result) as Row[];
    return { rows, numAffectedRows: BigInt(result.count ?? 0) };
  }

  async *streamQuery<Row>(compiled: CompiledQuery, size = 500): AsyncIterableIterator<QueryResult<Row>> {
    this.#refuseWhenOver();
    for await (const rows of this.#slot.stream<object>(compiled.sql, compiled.parameters, size)) {
      yield { rows: rows as Row[] };
      this.#refuseWhenOver();
    }
  }

  /** The slot serves others after this transaction: a statement sent then would run as another organization. */
  #refuseWhenOver(): void {
    if (this.#slot.turn !== this.#turn) throw new TransactionOver();
  }
}

class SlotDriver implements Driver {
  readonly #connection: SlotConnection;

  constructor(connection: SlotConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}

  beginTransaction(): Promise<void> {
    throw new Error('transactions are opened by withTenant, withAuth and withSystem');
  }

  commitTransaction(): Promise<void> {
    throw new Error('transactions are ended by withTenant, withAuth and withSystem');
  }

  rollbackTransaction(): Promise<void> {
    throw new Error('transactions are ended by withTenant, withAuth and withSystem');
  }
}

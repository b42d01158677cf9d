import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { ARRAY_TYPES } from './array-types';
import { ConnectionLost } from './connection-lost';
import { onlySocket } from './only-socket';
import { POSTGRES_TYPES } from './postgres-types';

export interface SlotOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly connectTimeoutMs: number;
}

/**
 * One postgres.js instance with exactly one connection that is never replaced. postgres.js resumes a handler of a
 * dead connection on the next one, inside whatever transaction runs there (security.md 1.1); here the socket
 * factory hands out one socket and refuses a second, every statement is raced against the close, and a slot whose
 * connection closed is dead for good.
 */
export class Slot {
  readonly #sql: postgres.Sql;
  /** What fails when the connection closes. No promise outlives its statement, or a slot would keep every result. */
  readonly #inFlight = new Set<() => void>();
  #dead = false;
  #turn = 0;
  backendPid = 0;

  private constructor(options: SlotOptions) {
    const die = () => {
      this.#dead = true;
      for (const lose of this.#inFlight) lose();
    };
    this.#sql = postgres(options.url, {
      max: 1,
      prepare: true,
      fetch_types: false,
      idle_timeout: 0,
      max_lifetime: null,
      backoff: () => 0,
      connect_timeout: options.connectTimeoutMs / 1000,
      onnotice: () => {},
      onclose: die,
      connection: { application_name: options.applicationName },
      socket: onlySocket(die, options.connectTimeoutMs),
      types: { ...POSTGRES_TYPES, ...ARRAY_TYPES },
    } as postgres.Options<Record<string, postgres.PostgresType>>);
  }

  /** Connects and learns the backend's pid (part of the signed tenant setting). */
  static async open(options: SlotOptions): Promise<Slot> {
    const slot = new Slot(options);
    try {
      const rows = await slot.query<{ pid: number }>('select pg_backend_pid() as pid', []);
      slot.backendPid = rows[0]?.pid ?? 0;
      return slot;
    } catch (error) {
      slot.destroy();
      throw error;
    }
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** The number of the transaction that this slot serves; a handle of an earlier one is refused. */
  get turn(): number {
    return this.#turn;
  }

  /** Ends the turn: handles made during it run nothing more, also when their holder kept them. */
  endTurn(): void {
    this.#turn += 1;
  }

  /**
   * Runs one statement, never several in one text, also when it has no parameters.
   * Throws ConnectionLost when the connection closed before the answer.
   */
  query<Row extends object>(text: string, parameters: readonly unknown[]): Promise<SlotResult<Row>> {
    return this.#race(
      () =>
        this.#sql.unsafe<Row[]>(
          text,
          parameters as never[],
          {
            prepare: true,
            simple: false,
          } as postgres.UnsafeQueryOptions,
        ) as Promise<unknown> as Promise<SlotResult<Row>>,
    );
  }

  /** Runs several statements without parameters in one round trip (BEGIN with its settings). */
  script(text: string): Promise<unknown> {
    return this.#race(() => this.#sql.unsafe(text).simple() as Promise<unknown>);
  }

  /** Reads a result in batches of rows. */
  async *stream<Row extends object>(
    text: string,
    parameters: readonly unknown[],
    size: number,
  ): AsyncIterableIterator<Row[]> {
    const cursor = this.#sql.unsafe<Row[]>(text, parameters as never[], { prepare: true }).cursor(size);
    const rows = cursor[Symbol.asyncIterator]();
    try {
      while (true) {
        const next = await this.#race(() => rows.next() as Promise<IteratorResult<Row[]>>);
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await rows.return?.();
    }
  }

  /**
   * Runs one `copy ... from stdin` and sends it the chunks as fast as the server takes them. When the chunks fail
   * the copy is given up and their error is thrown.
   */
  copyIn(text: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#race(async () => {
      const { statement, refused } = refusable(this.#sql.unsafe(text));
      const stream = await statement.writable();
      const sent = pipeline(chunks, stream);
      sent.catch(() => {});
      try {
        await Promise.race([sent, refused]);
      } catch (error) {
        stream.destroy();
        throw error;
      }
    });
  }

  /** Throws the connection away; statements in flight fail. */
  destroy(): void {
    this.#dead = true;
    this.#sql.end({ timeout: 0 }).catch(() => {});
  }

  /** Closes after what is in flight. */
  async close(): Promise<void> {
    this.#dead = true;
    await this.#sql.end({ timeout: 5 }).catch(() => {});
  }

  #race<T>(start: () => Promise<T>): Promise<T> {
    if (this.#dead) return Promise.reject(new ConnectionLost());
    return new Promise<T>((resolve, reject) => {
      const lose = () => {
        this.#inFlight.delete(lose);
        reject(new ConnectionLost());
      };
      this.#inFlight.add(lose);
      const succeed = (value: T) => {
        if (this.#dead) return lose();
        this.#inFlight.delete(lose);
        resolve(value);
      };
      const fail = (error: unknown) => {
        if (isConnectionError(error)) this.#dead = true;
        if (this.#dead) return lose();
        this.#inFlight.delete(lose);
        reject(error);
      };
      (async () => start())().then(succeed, fail);
    });
  }
}

/**
 * A statement and what the server says against it after its stream was handed out: postgres.js 3.4.9 tells a copy
 * that is refused after its last chunk to the statement only, which has been answered by then, and never ends the
 * stream.
 */
function refusable(statement: postgres.PendingQuery<postgres.Row[]>) {
  const told = statement as unknown as { reject(error: unknown): void };
  const reject = told.reject;
  const refused = new Promise<never>((_, refuse) => {
    told.reject = (error) => {
      reject(error);
      refuse(error);
    };
  });
  refused.catch(() => {});
  return { statement, refused };
}

export interface SlotResult<Row> extends Array<Row> {
  readonly count: number;
  readonly command: string;
}

const CONNECTION_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '25P04',
  '57P05',
]);

function isConnectionError(error: unknown): boolean {
  return error instanceof ConnectionLost || CONNECTION_CODES.has(String((error as { code?: unknown })?.code));
}

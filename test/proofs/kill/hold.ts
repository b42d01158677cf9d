import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { PROOF_NAME, withAccess } from './access';
import { until } from './until';

const REACHED_MS = 30_000;
const LET_GO_MS = 1_000;

export interface Held {
  /** The first backend of the program that waits for what is held. */
  readonly backend: number;
  /** Lets go; harmless after the database was killed. */
  release(): Promise<void>;
}

interface Hold {
  /** Takes the lock, inside the transaction that is held. */
  readonly lock: string;
  /** application_name of the program that shall run into it. */
  readonly program: string;
  /** Sets it going, once the lock is there. */
  readonly begin: () => unknown;
}

/** Holds a lock and resolves when the program stands at it: the named point is reached, and not by waiting. */
export async function holdUntilReached(dataDir: string, { lock, program, begin }: Hold): Promise<Held> {
  const over = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<number>();
  const done = withAccess(dataDir, ({ admin }) =>
    admin.begin(async (tx) => {
      await tx.unsafe(lock);
      await begin();
      reached.resolve(await firstBlocked(admin, program));
      await over.promise;
    }),
  );
  done.catch(reached.reject);
  const backend = await reached.promise;
  return {
    backend,
    release: async () => {
      over.resolve();
      // A client whose server was killed may never answer again.
      await Promise.race([done.catch(() => {}), pause(LET_GO_MS)]);
    },
  };
}

async function firstBlocked(admin: postgres.Sql, program: string): Promise<number> {
  let pid = 0;
  await until(
    async () => {
      const [row] = await admin<{ pid: number }[]>`
        select pid from pg_stat_activity
         where application_name = ${program} and wait_event_type = 'Lock'
           and exists (select from unnest(pg_blocking_pids(pid)) b
                         join pg_stat_activity h on h.pid = b where h.application_name = ${PROOF_NAME})`;
      pid = row?.pid ?? 0;
      return pid > 0;
    },
    { limitMs: REACHED_MS, what: `${program} at the named point`, everyMs: 5 },
  );
  return pid;
}

interface Turns {
  /** Key of the advisory lock that the program takes for each of its steps. */
  readonly key: number;
  readonly program: string;
  /** The step before which it shall stand, from 1. */
  readonly turn: number;
}

/** Lets a program take an advisory lock so many times less one, and holds it before the next. */
export async function stopAtTurn(dataDir: string, { key, program, turn }: Turns): Promise<Held> {
  const over = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<number>();
  const done = withAccess(dataDir, async ({ admin }) => {
    const [first, second] = [await admin.reserve(), await admin.reserve()];
    let [holder, next] = [first, second];
    await holder`select pg_advisory_lock(${key})`;
    await firstBlocked(holder, program);
    for (let passed = 1; passed < turn; passed += 1) {
      // Asked for while the program waits, so that this one stands before it in the queue for its next step.
      const mine = next`select pg_advisory_lock(${key})`.execute();
      await holder`select pg_advisory_unlock(${key})`;
      await mine;
      [holder, next] = [next, holder];
      await firstBlocked(holder, program);
    }
    reached.resolve(await firstBlocked(holder, program));
    await over.promise;
  });
  done.catch(reached.reject);
  const backend = await reached.promise;
  return {
    backend,
    release: async () => {
      over.resolve();
      // A client whose server was killed may never answer again.
      await Promise.race([done.catch(() => {}), pause(LET_GO_MS)]);
    },
  };
}

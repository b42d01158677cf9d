import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import type { SeededRandom } from './seeded-random';
import type { TcpProxy } from './tcp-proxy';

interface FaultOptions {
  readonly admin: postgres.Sql;
  readonly proxy: TcpProxy;
  readonly random: SeededRandom;
  /** Backends to terminate, and connections to cut. */
  readonly kills: number;
  readonly cuts: number;
  /** How many writes are acknowledged so far: one for each kill, however slow the machine is. */
  readonly acknowledged: () => number;
}

export interface FaultCounts {
  kills: number;
  cuts: number;
  /** Connections that were cut while they were being opened. */
  handshakeCuts: number;
}

/** Terminates random backends of the role cadre_app and cuts random connections until the numbers are reached. */
export async function causeFaults(options: FaultOptions): Promise<FaultCounts> {
  const done: FaultCounts = { kills: 0, cuts: 0, handshakeCuts: 0 };
  await Promise.all([kill(options, done), cut(options, done)]);
  return done;
}

async function kill({ admin, random, kills, acknowledged }: FaultOptions, done: FaultCounts): Promise<void> {
  while (done.kills < kills) {
    const backends = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity
       where usename = 'cadre_app' and datname = current_database() order by backend_start, pid`;
    const victim = backends[random.below(backends.length)];
    if (victim) {
      const [answer] = await admin<
        { killed: boolean }[]
      >`select pg_terminate_backend(${victim.pid}) as killed`;
      if (answer?.killed) done.kills += 1;
    }
    await pause(random.below(30));
    while (acknowledged() < done.kills) await pause(2);
  }
}

/** Of a handshake of about 900 bytes and a first answer, any byte may be the last. */
const HANDSHAKE_BYTES = 1_200;

async function cut({ proxy, random, cuts }: FaultOptions, done: FaultCounts): Promise<void> {
  while (done.cuts < cuts) {
    if (random.chance(0.3)) {
      proxy.cutNextAfter([random.below(HANDSHAKE_BYTES)]);
      done.handshakeCuts += 1;
    }
    if (proxy.open > 0) {
      proxy.cut(random.below(proxy.open), random.chance(0.5) ? 'reset' : 'close');
      done.cuts += 1;
    }
    await pause(random.below(50));
  }
}

import net from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectionLost } from '#db/client/connection-lost';
import { Pool, PoolExhausted, type PoolOptions } from '#db/client/pool';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { startTcpProxy, type TcpProxy } from './loss/tcp-proxy';

let db: TestDatabase;
let proxy: TcpProxy;
const stray: unknown[] = [];
const note = (error: unknown) => void stray.push(error);

beforeAll(async () => {
  db = await openTestDatabase();
  proxy = await startTcpProxy(db.urls.app);
  process.on('uncaughtException', note).on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note);
  await proxy.close();
});

function pool(options: Partial<PoolOptions> = {}): Pool {
  return new Pool({
    url: db.urls.app,
    size: 1,
    applicationName: 'cadre-test',
    connectTimeoutMs: 5_000,
    acquireTimeoutMs: 10_000,
    ...options,
  });
}

describe('a connection lost while it is being opened', () => {
  it('is told to the one who asked, at whatever byte, and to nobody else', async () => {
    const outcomes = { open: 0, lost: 0 };
    for (let bytes = 0; bytes < 900; bytes += 9) {
      proxy.cutNextAfter([bytes]);
      const under = pool({ url: proxy.through(db.urls.app) });
      const slot = await under.acquire().catch((error: unknown) => error);
      if (slot instanceof Error) expect(slot).toBeInstanceOf(ConnectionLost);
      outcomes[slot instanceof Error ? 'lost' : 'open'] += 1;
      await under.close();
    }
    await turn();
    expect(outcomes.lost).toBeGreaterThan(20);
    expect(outcomes.open).toBeGreaterThan(5);
    expect(stray).toEqual([]);
  });
});

describe('waiting for a slot', () => {
  it('tells one that waits too long, and the next in the queue still gets its slot', async () => {
    const under = pool({ acquireTimeoutMs: 60 });
    const held = await under.acquire();
    await expect(under.acquire()).rejects.toThrow(PoolExhausted);
    const next = under.acquire();
    under.release(held);
    const slot = await next;
    expect(slot.dead).toBe(false);
    under.release(slot);
    await under.close();
  });

  it('keeps its size when a waiter gave up while a new connection was opened for it', async () => {
    const { url, answer, close } = await slowServer(db.urls.app);
    const under = pool({ url, acquireTimeoutMs: 60 });
    const opening = under.acquire();
    answer();
    const held = await opening;
    const gaveUp = under.acquire();
    held.destroy();
    under.release(held);
    await expect(gaveUp).rejects.toThrow(PoolExhausted);
    answer();
    const next = await under.acquire().catch(() => under.acquire());
    expect(next.dead).toBe(false);
    under.release(next);
    await under.close();
    await close();
  });

  it('fails all who wait at once when the server cannot be reached', async () => {
    const under = pool({ url: Object.assign(new URL(db.urls.app), { port: '1' }).href, size: 2 });
    const started = Array.from({ length: 12 }, () => under.acquire().catch((error: unknown) => error));
    const errors = await Promise.all(started);
    expect(errors.filter((error) => error instanceof PoolExhausted)).toEqual([]);
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    await under.close();
  });
});

/** A server that lets a connection through only when answer is called. */
async function slowServer(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const waiting: (() => void)[] = [];
  const sockets = new Set<net.Socket>();
  let allowed = 0;
  const listener = net.createServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    const pass = () => {
      const server = net.connect(Number(target.port), target.hostname);
      sockets.add(server);
      server.on('error', () => {});
      client.pipe(server).pipe(client);
    };
    if (allowed > 0) {
      allowed -= 1;
      pass();
    } else waiting.push(pass);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    url: Object.assign(new URL(databaseUrl), {
      host: `127.0.0.1:${(listener.address() as net.AddressInfo).port}`,
    }).href,
    answer: () => {
      const pass = waiting.shift();
      if (pass) pass();
      else allowed += 1;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { readCookie } from './read-cookie';
import { createTurns, type TurnOptions } from './turns.server';

const LONG_MS = 60_000;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server whose answers wait until the test gives them. Sessions say whose member asks: "a-1" is one of "a". */
async function serve(options: Partial<TurnOptions> = {}) {
  const keyOf = (cookies: string | null) => readCookie(cookies, 'session');
  const turns = createTurns({ keyOf }, { alone: 2, holdLimitMs: LONG_MS, presentMs: LONG_MS, ...options });
  const begun: { readonly name: string; readonly end: () => void }[] = [];
  const arrivals: (() => void)[] = [];
  const app = express();
  app.use((_req, res, next) => {
    res.locals['requestId'] = 'r';
    next();
  });
  app.use(turns.take, (req: Request, res: Response) => {
    const organization = /^(\w)-/.exec(keyOf(req.get('cookie') ?? null) ?? '')?.[1];
    if (organization) turns.note(req, organization);
    begun.push({ name: String(req.query['name']), end: () => void res.end('done') });
    for (const arrived of arrivals.splice(0)) arrived();
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => setTimeout(resolve, 1));
  };
  const ask = (name: string, cookie: string | null, init: RequestInit = {}) =>
    fetch(`${origin}/o/one/page?name=${name}`, {
      ...init,
      headers: cookie ? { cookie: `other=${name}; session=${cookie}` } : {},
    });
  /** Lets a caller in once, so that it is known. */
  const admit = async (cookie: string) => {
    const answer = ask('admitted', cookie);
    await until(() => begun.length === 1);
    begun.splice(0)[0]?.end();
    await (await answer).text();
  };
  const names = () => begun.map(({ name }) => name);
  const end = (name: string) => begun.find((one) => one.name === name)?.end();
  return { turns, names, end, until, ask, admit };
}

describe('turns of organizations', () => {
  it('begin the page of one at once while forty of another wait, and then let that one do one at a time', async () => {
    const { turns, names, end, until, ask, admit } = await serve();
    await admit('a-1');
    await admit('b-1');
    // Known by now: this one is of the organization, and it counts as asking from here on.
    await admit('b-1');
    const noise = Array.from({ length: 40 }, (_, at) => ask(`a${at}`, 'a-1'));
    await until(() => turns.use().waiting === 39);
    const quiet = ask('b', 'b-1');
    await until(() => names().includes('b'));
    expect(names()).toHaveLength(2);
    end('b');
    expect(await (await quiet).text()).toBe('done');
    for (let done = 0; done < 40; done += 1) {
      await until(() => names().length >= done + 2);
      expect(turns.use().running).toBe(1);
      end(names().filter((name) => name !== 'b')[done] ?? '');
    }
    await Promise.all(noise);
  });

  it('are not taken by strangers who ask for an address of the organization', async () => {
    const { turns, names, until, ask, admit } = await serve({ alone: 1 });
    await admit('a-1');
    const strangers = Array.from({ length: 5 }, (_, at) => ask(`s${at}`, `stranger ${at}`));
    await until(() => turns.use().waiting === 4);
    const member = ask('member', 'a-1');
    await until(() => names().includes('member'));
    expect(names()).toHaveLength(2);
    void Promise.allSettled([...strangers, member]);
  });

  it('leave out who has gone, and say when too many wait', async () => {
    const { turns, names, end, until, ask, admit } = await serve({ alone: 1, waitingLimit: 2 });
    await admit('a-1');
    const leaving = new AbortController();
    const first = ask('first', 'a-1');
    await until(() => names().length === 1);
    const gone = ask('gone', 'a-1', { signal: leaving.signal });
    await until(() => turns.use().waiting === 1);
    const last = ask('last', 'a-1');
    await until(() => turns.use().waiting === 2);
    const refused = await ask('refused', 'a-1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ status: 503, detail: expect.stringContaining('wait') });
    leaving.abort();
    await expect(gone).rejects.toThrow();
    await until(() => turns.use().waiting === 1);
    end('first');
    await until(() => names().includes('last'));
    expect(names()).toEqual(['first', 'last']);
    end('last');
    await Promise.all([first, last]);
  });

  it('go on when a request takes longer than it may hold its turn', async () => {
    const { names, until, ask, admit } = await serve({ alone: 1, holdLimitMs: 1 });
    await admit('a-1');
    const slow = ['one', 'two', 'three'].map((name) => ask(name, 'a-1'));
    await until(() => names().length === 3);
    void Promise.allSettled(slow);
  });
});

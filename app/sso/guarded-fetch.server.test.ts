import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outbound } from '#test/setup/outbound';
import { createGuardedFetch, type OutboundPolicy } from './guarded-fetch.server';

// The guard itself is what is tested: nothing stands between it and the connection.
beforeAll(() => outbound.close());

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  return Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A server on loopback, and how often it was asked. */
async function serve(listener: RequestListener) {
  let asked = 0;
  const server = createServer((request, answer) => {
    asked += 1;
    listener(request, answer);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, asked: () => asked };
}

const get = { method: 'GET' };
const refusalOf = (address: string, policy: OutboundPolicy = { allowPrivate: false }) =>
  createGuardedFetch(policy)(address, get).then(
    () => 'answered',
    (error: Error) => error.name,
  );

describe('where requests may go (security.md 1.16)', () => {
  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:word@example.org/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://192.168.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::1]/',
  ])('%s is refused', async (address) => expect(await refusalOf(address)).toBe('OutboundRefused'));

  it.each([
    ['leads to this machine', ['127.0.0.1']],
    ['leads to the machine that tells secrets', ['169.254.169.254']],
    ['leads to a private network beside a public address', ['93.184.216.34', '10.0.0.1']],
    ['leads to this machine by IPv6', ['::1']],
    ['carries IPv4 within IPv6', ['::ffff:127.0.0.1']],
    ['leads nowhere', []],
  ])('a name that %s is refused at the connection', async (_what, addresses) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const policy = { allowPrivate: false, resolve: async () => found };
    expect(await refusalOf('https://login.example.org/', policy)).toBe('OutboundRefused');
  });

  it('is decided on the addresses that are connected to: a name that changes its mind is asked each time', async () => {
    const answers = [[], ['127.0.0.1']];
    let asked = 0;
    const resolve = async () => (answers[asked++] ?? []).map((address) => ({ address, family: 4 }));
    const fetched = createGuardedFetch({ allowPrivate: false, resolve });
    await expect(fetched('https://login.example.org/', get)).rejects.toThrow('no address');
    await expect(fetched('https://login.example.org/', get)).rejects.toThrow('public internet');
    expect(asked).toBe(2);
  });

  it('a name that cannot be resolved is refused', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    const fetched = createGuardedFetch({ allowPrivate: false, resolve });
    await expect(fetched('https://login.example.org/', get)).rejects.toThrow('no such name');
  });
});

describe('what is read', () => {
  const allowed = { allowPrivate: true };

  it('sends method, headers and body, and reads status and body', async () => {
    const { origin } = await serve((request, answer) => {
      request.on('data', (chunk) => answer.end(`${request.method} ${request.headers['x-y']} ${chunk}`));
    });
    const asked = { method: 'POST', headers: { 'X-Y': 'z' }, body: 'text' };
    const answer = await createGuardedFetch(allowed)(origin, asked);
    expect([answer.status, await answer.text()]).toEqual([200, 'POST z text']);
  });

  it('follows no redirect', async () => {
    const inner = await serve((_request, answer) => void answer.end('secret'));
    const { origin } = await serve(
      (_request, answer) => void answer.writeHead(302, { Location: inner.origin }).end(),
    );
    expect(await refusalOf(origin, allowed)).toBe('OutboundRefused');
    expect(inner.asked()).toBe(0);
  });

  it('reads no more than its bytes, and nothing that is encoded', async () => {
    const endless = await serve((_request, answer) => {
      const more = () => {
        while (answer.write('x'.repeat(1_000)));
        answer.once('drain', more);
      };
      more();
    });
    expect(await refusalOf(endless.origin, { ...allowed, maxBytes: 10_000 })).toBe('OutboundRefused');
    const encoded = await serve(
      (_request, answer) => void answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x')),
    );
    expect(await refusalOf(encoded.origin, allowed)).toBe('OutboundRefused');
  });

  it('waits no longer than its time, for an answer and for its end', async () => {
    const silent = await serve(() => {});
    const half = await serve((_request, answer) => void answer.write('half'));
    for (const { origin } of [silent, half])
      expect(await refusalOf(origin, { ...allowed, limitMs: 50 })).not.toBe('answered');
  });
});

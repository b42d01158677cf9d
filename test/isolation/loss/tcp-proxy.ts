import net from 'node:net';

export interface TcpProxy {
  /** The URL with this proxy in place of its host and port. */
  through(url: string): string;
  /** How many connections pass now. */
  readonly open: number;
  /** Cuts one connection: 'reset' answers with RST, 'close' ends both sides at once. */
  cut(index: number, how: 'reset' | 'close'): void;
  /** Cuts each of the next connections once the server has sent this many bytes on it: during its handshake. */
  cutNextAfter(bytes: readonly number[]): void;
  close(): Promise<void>;
}

/** A proxy in front of the database that can lose connections at any byte. */
export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<{ client: net.Socket; server: net.Socket }>();
  const planned: number[] = [];
  const listener = net.createServer({ noDelay: true }, (client) => {
    const server = net.connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const pair = { client, server };
    const limit = planned.shift();
    let sent = 0;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      if (limit !== undefined && sent + bytes.length > limit) {
        client.write(bytes.subarray(0, limit - sent), end);
        return;
      }
      sent += bytes.length;
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as net.AddressInfo;
  return {
    through: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    get open() {
      return pairs.size;
    },
    cut(index, how) {
      const pair = [...pairs][index];
      if (!pair) return;
      if (how === 'reset') pair.client.resetAndDestroy();
      else pair.client.destroy();
      pair.server.destroy();
    },
    cutNextAfter: (bytes) => {
      planned.push(...bytes);
    },
    close: async () => {
      for (const { client, server } of pairs) for (const socket of [client, server]) socket.destroy();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

import net from 'node:net';
import type { Answer } from './http-client';

/**
 * A GET of a target that is no URL by itself, such as `//`, over a bare socket: a client library would not send it.
 * HTTP/1.0, so that the body ends with the connection.
 */
export async function bareGet(
  origin: string,
  target: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  const socket = net.connect(Number(port), hostname);
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${target} HTTP/1.0\r\n${lines.join('')}\r\n`);
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...rest] = text.slice(0, end).split('\r\n');
  const fields = rest.map((line) => [line.split(':')[0]?.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]);
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(fields),
    body: text.slice(end + 4),
    cookies: [],
  };
}

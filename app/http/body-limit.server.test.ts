import { once } from 'node:events';
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { BODY_TIME_MS, bodyTime, UPLOAD_TIME_MS } from './body-limit.server';

/** Requests whose head has come in. */
let begun = 0;
const app = express().use(bodyTime(), (req, res) => {
  begun += 1;
  req.on('data', () => {}).on('end', () => res.end('read'));
});
const server = createServer(app);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(() => void vi.useRealTimers());

/** Sends half of a body; `closed` once the server has ended the connection. */
async function half(path: string) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const before = begun;
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  let said = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    said += text;
  });
  await once(socket, 'connect');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\nhalf`);
  await vi.waitUntil(() => begun > before);
  return { socket, closed: once(socket, 'close'), said: () => said };
}

it('a body that does not come to its end in its time ends the connection, without an answer', async () => {
  const { closed, said } = await half('/login');
  vi.advanceTimersByTime(BODY_TIME_MS);
  await closed;
  expect(said()).toBe('');
});

it('an upload may take longer, and is read when it ends in its time', async () => {
  const { socket, closed, said } = await half('/o/harbour/imports');
  vi.advanceTimersByTime(UPLOAD_TIME_MS / 2);
  socket.write('full');
  await closed;
  expect(said()).toMatch(/^HTTP\/1\.1 200 [\s\S]*read/);
});

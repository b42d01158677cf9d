import { describe, expect, it } from 'vitest';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { BODY_LIMIT } from '~/http/body-limit.server';
import { upload } from './raw-upload';

const web = await openTestWeb();
const port = Number(new URL(web.origin).port);
const HUGE = 100 * 1024 * 1024;
const MEMORY_LIMIT = 64 * 1024 * 1024;

function headFor(path: string, bodyHeader: string): string {
  return [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: ${web.origin}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    bodyHeader,
    '',
    '',
  ].join('\r\n');
}

const declared = (bytes: number, path = '/login') =>
  upload({ port, head: headFor(path, `Content-Length: ${bytes}`), bytes, chunked: false });
const streamed = (bytes: number, path = '/login') =>
  upload({ port, head: headFor(path, 'Transfer-Encoding: chunked'), bytes, chunked: true });

/** The most that this process held beyond its start while the work ran: server and sender together. */
async function memoryDuring(work: () => Promise<unknown>): Promise<number> {
  const held = () => process.memoryUsage().rss;
  const start = held();
  let most = start;
  const timer = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  await work();
  clearInterval(timer);
  return Math.max(most, held()) - start;
}

describe('a body that is too large', () => {
  it('by its own Content-Length: 413 before it is read, and the connection closes', async () => {
    const { answer, closed, sent } = await declared(HUGE);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    expect(answer).toContain('application/problem+json');
    expect(closed).toBe(true);
    expect(sent).toBeLessThan(HUGE / 2);
  });

  it('in chunks, without a length: 413 once it passes the limit, and the connection closes', async () => {
    const { answer, closed, sent } = await streamed(HUGE);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    expect(closed).toBe(true);
    expect(sent).toBeLessThan(HUGE / 2);
  });

  it.each(['/theme', '/logout', '/nothing', '/login.data', '/api/v1/nothing'])(
    'is refused at %s too',
    async (path) => {
      for (const send of [declared, streamed]) {
        const { closed, sent } = await send(HUGE, path);
        expect(closed).toBe(true);
        expect(sent).toBeLessThan(HUGE / 2);
      }
    },
  );

  it('is told to whoever sends a form without script as a page, to scripts as problem details', async () => {
    const body = { theme: 'dark', filler: 'x'.repeat(BODY_LIMIT) };
    const sendAs = (accept: string) => {
      const sent = form(web.origin, body);
      return web.send('/theme', { ...sent, headers: { ...sent.headers, accept } });
    };
    const page = await sendAs('text/html,application/xhtml+xml');
    expect([page.status, page.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
    expect(page.body).toContain('may have at most 1 MiB');
    const script = await sendAs('*/*');
    expect([script.status, script.headers['content-type']]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('costs little memory, and the server answers others meanwhile', async () => {
    await streamed(HUGE);
    const grown = await memoryDuring(async () => {
      const storm = Promise.all(Array.from({ length: 8 }, () => streamed(HUGE)));
      expect((await web.send('/healthz')).status).toBe(200);
      for (const { sent } of await storm) expect(sent).toBeLessThan(HUGE / 2);
    });
    console.info(
      `body limit: memory grew by ${Math.round(grown / 1024 / 1024)} MiB while 8 x 100 MiB were offered`,
    );
    expect(grown).toBeLessThan(MEMORY_LIMIT);
  });
});

describe('a body within the limit', () => {
  it.each([0, 1, BODY_LIMIT - 2_000])('of about %d bytes passes', async (bytes) => {
    const answer = await web.send('/theme', form(web.origin, { theme: 'dark', filler: 'x'.repeat(bytes) }));
    expect(answer.status).toBe(302);
    expect(answer.cookies).toEqual(['theme=dark']);
  });

  it('of exactly the limit passes, of one byte more does not', async () => {
    const frame = new URLSearchParams({ theme: 'dark', filler: '' }).toString().length;
    for (const [bytes, status] of [
      [BODY_LIMIT, 302],
      [BODY_LIMIT + 1, 413],
    ] as const) {
      const filler = 'x'.repeat(bytes - frame);
      const answer = await web.send('/theme', form(web.origin, { theme: 'dark', filler }));
      expect(answer.status).toBe(status);
    }
  });
});

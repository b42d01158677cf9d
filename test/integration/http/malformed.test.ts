import net from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const { a } = web;
const tokens = [await web.token('hr_partner'), await web.token('director', { teamScope: [a.teams.north] })];
const cookie = await web.signInAs('hr_partner');
const RUNS = 500;

/** Text as an attacker writes it into an address: any bytes, also such as are no UTF-8. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map(percentEncoded),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes].map(hex).join('')),
  fc.constantFrom(
    '%00',
    '%ED%A0%80',
    '%C0%AF',
    '%F4%90%80%80',
    '%5C',
    '%27%20or%201%3D1--',
    '%24%7B7*7%7D',
    '..%2f..%2fetc%2fpasswd',
    '9'.repeat(400),
    '-1',
    '1e999',
    'NaN',
    '0x10',
    '1%00',
    '__proto__',
    'constructor',
    'x'.repeat(3_000),
  ),
);
/** A cursor that decodes: to any text, or to something near a right one. */
const cursor = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\tb', 'a\t', '\t', `a\0\t${a.teams.top}`, `\ud800\t${a.teams.top}`),
  )
  .map((text) => Buffer.from(text, 'utf8').toString('base64url'));
const queryName = fc.oneof(
  fc.constantFrom(
    'rows',
    'parent',
    'limit',
    'cursor',
    'query',
    'format',
    'version',
    'asOf',
    'figure',
    'cell',
    'after',
  ),
  hostileText,
);
const queryValue = fc.oneof(
  hostileText,
  cursor,
  fc.constantFrom('person', 'team', '50', 'ler', a.teams.north, `group:${a.teams.north}:mastery`, 'a%09b'),
);
const query = fc
  .array(fc.tuple(queryName, queryValue), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
const address = fc.oneof(
  fc.constantFrom('/api/v1/heatmap', '/api/v1/me', '/api/v1/occupations', '/api/v1/openapi.json'),
  fc.constantFrom(`/o/${a.slug}/heatmap`, `/o/${a.slug}/heatmap.data`, '/login', '/o', '/'),
  hostileText.map((text) => `/api/v1/profiles/${text}`),
  hostileText.map((text) => `/api/v1/profiles/externalId:${text}`),
  hostileText.map((text) => `/api/v1/occupations/${text}`),
  hostileText.map((text) => `/api/v1/occupations/33-9032.00/frameworks/${text}`),
  hostileText.map((text) => `/api/v1/${text}`),
  hostileText.map((text) => `/o/${text}/heatmap`),
  hostileText.map((text) => `/o/${a.slug}/people/${text}`),
  hostileText.map((text) => `/${text}`),
  hostileText.map((text) => `/assets/${text}`),
);

function hex(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`;
}

/** Well-formed text is encoded as UTF-8, and lone surrogates as the bytes that they would have. */
function percentEncoded(text: string): string {
  return [...text]
    .map((letter) => {
      if (letter.isWellFormed()) return encodeURIComponent(letter);
      const code = letter.charCodeAt(0);
      return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)].map(hex).join('');
    })
    .join('');
}

describe('malformed requests', () => {
  it(`never break anything: ${RUNS} generated ones get a 2xx, 3xx or 4xx`, async () => {
    const counts = new Map<number, number>();
    const broken: string[] = [];
    const seed = Number(process.env.PROOF_SEED) || Date.now() % 2 ** 31;
    await fc.assert(
      fc.asyncProperty(address, query, fc.constantFrom(...tokens), async (path, search, token) => {
        const { status } = await web.send(`${path}?${search}`, { token, cookie });
        counts.set(status, (counts.get(status) ?? 0) + 1);
        if (status < 200 || status >= 500) broken.push(`${status} ${path}?${search}`);
      }),
      { numRuns: RUNS, seed },
    );
    console.info(
      `malformed: ${RUNS} requests, ${JSON.stringify(Object.fromEntries(counts))}, PROOF_SEED=${seed}`,
    );
    expect(broken).toEqual([]);
  }, 120_000);

  it.each([
    ['limit=100000', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=0', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=1e3x', 'limit'],
    ['rows=floor', 'rows'],
    ['parent=x', 'parent'],
    ['parent=%00', 'parent'],
    ['limit=5&limit=6', 'limit'],
    [`cursor=${'x'.repeat(500)}`, 'cursor'],
    ['rows=person&cursor=x', 'cursor'],
    [`rows=person&cursor=${Buffer.from('name\tnot an id').toString('base64url')}`, 'cursor'],
    [`rows=person&cursor=${Buffer.from(`na\0me\t${a.teams.top}`).toString('base64url')}`, 'cursor'],
  ])('heatmap?%s is refused at %s', async (search, pointer) => {
    const answer = await web.send(`/api/v1/heatmap?${search}`, { token: tokens[0] ?? '' });
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).errors[0].pointer).toBe(pointer);
  });
});

describe('requests that are hardly HTTP', () => {
  const port = Number(new URL(web.origin).port);
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('error', () => {});
      socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
      socket.write(text);
    });
  const get = (target: string, host: string) =>
    raw(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

  it.each([
    ['/%ff', 'x', 400],
    ['/%E0%A4%A', 'x', 400],
    ['/login', '[', 400],
    ['/login', 'a b', 400],
    ['/login', 'x:99999', 400],
    ['/login', '', 200],
    ['http://evil.example/login', 'x', 404],
    ['//evil.example/login', 'x', 404],
    ['/login?_data=nothing', 'x', 400],
    ['/login.data?_routes=nothing', 'x', 200],
  ])('GET %s with the Host %j: %d, and nothing of how it is made', async (target, host, status) => {
    const answer = await get(target, host);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toMatch(/node_modules|\.ts:\d|at .*\(.*:\d+:\d+\)/);
    expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/i);
  });

  it.each([
    'GET /\0 HTTP/1.1\r\n\r\n',
    'nonsense\r\n\r\n',
    `GET / HTTP/1.1\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  ])('what is no request is closed with 4xx', async (text) =>
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /),
  );

  it('a request with two lengths is refused: nothing is smuggled behind it', async () => {
    const smuggled =
      'POST /theme HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await raw(smuggled);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

import type { APIRequestContext, APIResponse } from '@playwright/test';
import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

const PAGES = ['/o/demo/heatmap', '/o/demo', '/o/demo/occupations', '/o/northgate/heatmap', '/nowhere'];

function nonceOf(answer: APIResponse): string {
  const policy = answer.headers()['content-security-policy'] ?? '';
  return /script-src 'nonce-([^']+)' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1] ?? '';
}

test('every page comes with its policy, and every script of it with the nonce of this answer', async ({
  sessionOf,
}) => {
  const session = await sessionOf('hr_partner');
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const answer = await session.get(path);
    const nonce = nonceOf(answer);
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(nonce.length, path).toBeGreaterThan(20);
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy.split(/;\s*/), path).toContain(rule);
    expect(policy.replace(/style-src-attr[^;]+/, ''), path).not.toContain('unsafe-');
    const html = await answer.text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const attributes of scripts) expect(attributes, path).toContain(`nonce="${nonce}"`);
    expect(html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, ''), path).not.toMatch(
      /\son[a-z]+="|javascript:/,
    );
    expect(html.replaceAll(`nonce="${nonce}"`, ''), path).not.toContain(nonce);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);
});

test('pages and their data are never stored, and do not say what serves them', async ({ sessionOf }) => {
  const session = await sessionOf('hr_partner');
  for (const path of [...PAGES, '/login', '/o/demo/heatmap.data', '/o/northgate/heatmap.data']) {
    const headers = (await session.get(path, { maxRedirects: 0 })).headers();
    expect(headers['cache-control'], path).toBe('no-store');
    expect(headers['x-powered-by'], path).toBeUndefined();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
  }
});

const CROSS_SITE: readonly Record<string, string>[] = [
  {},
  { Origin: 'https://elsewhere.example' },
  { Origin: 'null' },
  { Origin: 'http://localhost:1' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'none' },
];

/** A form post as another site could cause it, with each set of headers that a browser could send. */
async function postFromElsewhere(session: APIRequestContext, path: string, form: Record<string, string>) {
  for (const headers of [...CROSS_SITE, { Origin: '', 'X-Forwarded-Host': 'elsewhere.example' }]) {
    const answer = await session.post(path, { headers, form, maxRedirects: 0 });
    expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
    expect(answer.headers()['set-cookie'], path).toBeUndefined();
  }
}

test('a post from another site changes nothing', async ({ sessionOf, playwright, visitor }) => {
  const session = await sessionOf('hr_partner');
  await postFromElsewhere(session, '/logout', {});
  await postFromElsewhere(session, '/logout.data', {});
  await postFromElsewhere(session, '/theme', { theme: 'dark', returnTo: '/' });
  expect((await session.get('/o/demo/heatmap', { maxRedirects: 0 })).status()).toBe(200);
  const stranger = await playwright.request.newContext({ baseURL: process.env.BASE_URL ?? '' });
  const { email, password } = demoAccount('hr_partner');
  await postFromElsewhere(stranger, '/login', { email, password, next: '/o' });
  expect((await stranger.storageState()).cookies).toEqual([]);
  await stranger.dispose();

  const page = await visitor({ storageState: await session.storageState() });
  const target = new URL('/logout', process.env.BASE_URL).href;
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${target}"><button>Go</button></form>`,
    }),
  );
  await page.goto('http://elsewhere.example/');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url() === target),
    page.getByRole('button', { name: 'Go' }).click(),
  ]);
  expect(answer.status()).toBe(403);
  await page.goto('/o/demo/heatmap');
  await expect(page.getByRole('heading', { name: 'Capability heatmap' })).toBeVisible();
});

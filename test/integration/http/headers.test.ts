import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { PROJECT_ROOT } from '#test/setup/web-build';

const web = await openTestWeb();
const answers = new Map<string, Answer>();
const LIVES_IN_CACHES = ['asset', 'icon', 'asset, unknown'];

beforeAll(async () => {
  const cookie = await web.signInAs('hr_partner');
  const owner = await web.signInAs('owner');
  const token = await web.token('hr_partner');
  const assets = readdirSync(path.join(PROJECT_ROOT, 'build/client/assets'));
  const tooLong = { method: 'POST', headers: { Origin: web.origin }, body: 'x'.repeat(1024 * 1024 + 1) };
  const page = `/o/${web.a.slug}/heatmap`;
  const kinds: Readonly<Record<string, Promise<Answer>>> = {
    'page, signed in': web.send(page, { cookie }),
    'page, nobody': web.send('/login'),
    'page, redirect': web.send(page),
    'page, 404': web.send('/nothing'),
    'page, 403': web.send(page, { cookie: owner }),
    'page, HEAD': web.send(page, { method: 'HEAD', cookie }),
    'page, data': web.send(`${page}.data`, { cookie }),
    API: web.send('/api/v1/heatmap', { token }),
    'API, 401': web.send('/api/v1/heatmap'),
    'API, 404': web.send('/api/v1/nothing', { token }),
    'API, 405': web.send('/api/v1/me', { method: 'DELETE', token }),
    'API, 422': web.send('/api/v1/heatmap?limit=no', { token }),
    'API, description': web.send('/api/v1/openapi.json'),
    'form, 403': web.send('/login', { method: 'POST', headers: { Origin: 'https://evil.example' } }),
    'form, 413': web.send('/login', tooLong),
    'health, alive': web.send('/healthz'),
    'health, ready': web.send('/readyz'),
    asset: web.send(`/assets/${assets.find((name) => name.endsWith('.js'))}`),
    'asset, unknown': web.send('/assets/nothing.js'),
    icon: web.send('/favicon.svg'),
    'manifest of routes': web.send('/__manifest?version=x&p=/o'),
  };
  for (const [kind, answer] of Object.entries(kinds)) answers.set(kind, await answer);
});

const each = (look: (answer: Answer, kind: string) => unknown) =>
  Object.fromEntries([...answers].map(([kind, answer]) => [kind, look(answer, kind)]));
const all = (value: unknown) => Object.fromEntries([...answers.keys()].map((kind) => [kind, value]));

describe('every kind of response', () => {
  it('is the one that was meant', () => {
    expect(each(({ status }) => status)).toEqual({
      'page, signed in': 200,
      'page, nobody': 200,
      'page, redirect': 302,
      'page, 404': 404,
      'page, 403': 403,
      'page, HEAD': 200,
      'page, data': 200,
      API: 200,
      'API, 401': 401,
      'API, 404': 404,
      'API, 405': 405,
      'API, 422': 422,
      'API, description': 200,
      'form, 403': 403,
      'form, 413': 413,
      'health, alive': 200,
      'health, ready': 503,
      asset: 200,
      'asset, unknown': 404,
      icon: 200,
      'manifest of routes': 204,
    });
  });

  it('has the content policy, and no way around it', () => {
    for (const [kind, { headers }] of answers) {
      const policy = String(headers['content-security-policy']);
      expect([kind, policy]).toEqual([
        kind,
        expect.stringMatching(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'(;|$)/),
      ]);
      for (const part of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(part);
      }
      const scripts = /script-src [^;]*/.exec(policy)?.[0];
      expect(scripts).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['content-security-policy-report-only']).toBeUndefined();
    }
  });

  it('says nosniff, no framing, whose referrer, its id; and not what it runs on', () => {
    expect(each(({ headers }) => headers['x-content-type-options'])).toEqual(all('nosniff'));
    expect(each(({ headers }) => headers['x-frame-options'])).toEqual(all('DENY'));
    expect(each(({ headers }) => headers['referrer-policy'])).toEqual(all('same-origin'));
    expect(each(({ headers }) => headers['x-powered-by'])).toEqual(all(undefined));
    expect(each(({ headers }) => headers.server)).toEqual(all(undefined));
    const ids = [...answers.values()].map(({ headers }) => headers['x-request-id']);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is kept by no cache, but for built files', () => {
    const cached = each(({ headers }, kind) =>
      LIVES_IN_CACHES.includes(kind) || kind.startsWith('health') ? 'no-store' : headers['cache-control'],
    );
    expect(cached).toEqual(all('no-store'));
    expect(answers.get('asset')?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('never echoes a request id that was sent, nor trusts it', async () => {
    const answer = await web.send('/healthz', { headers: { 'X-Request-Id': 'mine' } });
    expect(answer.headers['x-request-id']).not.toBe('mine');
  });
});

describe('nonces', () => {
  const nonceOf = ({ headers }: Answer) =>
    /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';

  it('differ in every response', async () => {
    const many = await Promise.all(Array.from({ length: 50 }, () => web.send('/login')));
    expect(new Set(many.map(nonceOf)).size).toBe(50);
  });

  it.each(['page, signed in', 'page, nobody', 'page, 404', 'page, 403'])(
    '%s: every script carries its own',
    (kind) => {
      const answer = answers.get(kind);
      if (!answer) throw new Error(`no answer of the kind ${kind}`);
      const scripts = [...answer.body.matchAll(/<script\b([^>]*)>/g)].map(
        ([, attributes]) => attributes ?? '',
      );
      expect(scripts.length).toBeGreaterThan(1);
      for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonceOf(answer)}"`);
      const elsewhere = answer.body.replaceAll(`nonce="${nonceOf(answer)}"`, '');
      expect(elsewhere).not.toContain(nonceOf(answer));
      expect(elsewhere).not.toMatch(/<[^>]+\son[a-z]+=/i);
      expect(elsewhere).not.toMatch(/href="javascript:/i);
    },
  );
});

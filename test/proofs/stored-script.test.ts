import { afterAll, describe, expect, it } from 'vitest';
import { proofCount } from '#test/isolation/loss/seeded-random';
import type { Answer } from '#test/setup/http-client';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';
import { openWatchedBrowser } from './stored-script/browser';
import { findScript } from './stored-script/find-script';
import { payloads } from './stored-script/payloads';
import { plantPayloads, SLUG } from './stored-script/plant-payloads';
import { kindOf, type Walked, walkPages } from './stored-script/walk-pages';

const COUNT = proofCount(50);
/** Pages of one kind that are read, and in all that Chromium opens. */
const MOST = Math.max(3, COUNT / 50);
const IN_BROWSER = Math.max(6, COUNT / 8);

const web = await openTestWeb();
const planted = payloads(COUNT);
const { readers, answers } = await plantPayloads(web, planted);
const browser = await openWatchedBrowser({ origin: web.origin, password: TEST_PASSWORD });
afterAll(() => browser.close());

const FROM = [
  '',
  '/audit',
  '/settings/members',
  '/settings/catalogue',
  '/frameworks',
  '/heatmap?rows=person',
];
/** What is kept of a page that was looked at; its text only of one, for the controls. */
interface Looked {
  readonly path: string;
  readonly email: string;
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly faults: readonly string[];
}
const looked: Looked[] = [];
const marks = new Set<string>();
let control: (Walked & { readonly email: string }) | undefined;
const nonceOf = ({ headers }: Pick<Answer, 'headers'>) =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
const isHtml = ({ headers }: Pick<Answer, 'headers'>) =>
  String(headers['content-type']).startsWith('text/html');
/** A picture is kept as a file: a browser that opened it here would run what is in it. */
const isPicture = ({ headers }: Pick<Answer, 'headers'>) =>
  String(headers['content-type']).startsWith('image/svg+xml') &&
  String(headers['content-disposition']).startsWith('attachment;');

for (const { cookie, email } of Object.values(readers)) {
  const from = FROM.map((path) => `/o/${SLUG}${path}`);
  for await (const { path, answer } of walkPages(web, { cookie, from, most: MOST })) {
    const { status, headers, body } = answer;
    const isMarkup = isHtml(answer) || isPicture(answer);
    const faults = isMarkup ? findScript({ html: body, nonce: nonceOf(answer) }) : [];
    looked.push({ path, email, status, headers, faults });
    if (isHtml(answer)) for (const [mark] of body.matchAll(/xss\d{4}x/g)) marks.add(mark);
    if (!control && status === 200 && body.includes('xss0009x')) control = { path, answer, email };
  }
}
const pages = looked.filter(isHtml);

describe('script in imported text (security.md proof 15)', () => {
  it('is text on every page: nothing of it is markup, an address or code', () => {
    const faults = looked.flatMap((page) => page.faults.map((fault) => `${page.path}: ${fault}`));
    const seen = planted.filter(({ mark }) => marks.has(mark));
    const kinds = new Set(pages.map(({ path }) => kindOf(path)));
    console.info(
      `proof 15: ${COUNT} payloads, ${seen.length} of them seen on ${pages.length} pages of ${kinds.size} kinds, ` +
        `${faults.length} failures, no draws`,
    );
    expect(faults).toEqual([]);
    for (const answer of answers)
      expect(findScript({ html: answer.body, nonce: nonceOf(answer) })).toEqual([]);
    expect(looked.filter(({ status }) => status >= 500)).toEqual([]);
    expect(seen.length).toBe(COUNT);
    expect(kinds.size).toBeGreaterThan(15);
  });

  it('is never sent as a kind of content that a browser would run', () => {
    for (const { path, headers } of looked) {
      expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
      if (isPicture({ headers })) continue;
      const type = String(headers['content-type'] ?? 'text/html');
      expect([path, type]).toEqual([
        path,
        expect.stringMatching(/^(text\/(html|csv|markdown|x-script)|application\/)/),
      ]);
    }
  });

  it(
    'does not run in Chromium, and meets no rule of the content policy',
    async () => {
      const byKind = new Map(pages.map((page) => [kindOf(page.path), page]));
      const chosen = [...byKind.values()].filter(({ status }) => status === 200);
      const opened = chosen.slice(0, IN_BROWSER);
      const faults: string[] = [];
      for (const { path, email } of opened)
        faults.push(...(await browser.visit({ path, email })).map((fault) => `${path}: ${fault}`));
      console.info(`proof 15: ${opened.length} pages in Chromium, ${faults.length} runs or violations`);
      expect(faults).toEqual([]);
    },
    60_000 + IN_BROWSER * 5_000,
  );
});

describe('red control', () => {
  const page = control;
  const nonce = page ? nonceOf(page.answer) : '';
  const into = (text: string) => (page?.answer.body ?? '').replace('<main', `${text}<main`);

  it('a payload that is written as it is, is found: of every shape that is markup', () => {
    expect(page).toBeDefined();
    const markup = payloads(50).filter(({ text }) => /<[a-z!]/i.test(text.replace(/^\\u003c.*/, '')));
    const missed = markup.filter(({ text }) => findScript({ html: into(text), nonce }).length === 0);
    expect(markup.length).toBeGreaterThan(35);
    expect(missed).toEqual([]);
  });

  it('a payload in an attribute, an address or a script of the page is found', () => {
    const planting = [
      `<p title="${payloads(34)[33]?.text}">x</p>`,
      `<a href="${payloads(48)[47]?.text}">x</a>`,
      `<script nonce="${nonce}">const data = "${payloads(37)[36]?.text}"</script>`,
      `<script>alert('xss0000x')</script>`,
    ];
    for (const text of planting) expect(findScript({ html: into(text), nonce })).not.toEqual([]);
  });

  it('Chromium tells of a script that runs, and of one that the policy stops', async () => {
    const { path, email } = page ?? { path: '', email: '' };
    const stopped = { path, email, plant: '<img src=x onerror=alert(1)>' };
    expect((await browser.visit(stopped)).join()).toContain('refused by');
    const running = { path, email, plant: '<img src=x onerror=alert(1)>', withoutPolicy: true };
    expect((await browser.visit(running)).join()).toContain('a dialog');
  }, 60_000);
});

import {
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type DemoOrganization, type DemoRole, demoAccount } from './cadre/demo-accounts';
import { openSession } from './cadre/open-session';
import { watchFaults } from './cadre/watch-faults';

export { expect };

/** Which account of a role, and how its browser differs from an ordinary one. */
export interface Visit extends BrowserContextOptions {
  readonly organization?: DemoOrganization;
  /** Which of several accounts of the role. */
  readonly index?: number;
}

interface Fixtures {
  /** Watches a page until the end of the test, and closes it then. */
  readonly watched: (page: Page) => Promise<Page>;
  /** A page of someone who is signed in; with options of the browser, in a browser of its own. */
  readonly signedIn: (role: DemoRole, visit?: Visit) => Promise<Page>;
  /** A page in a browser of its own that nobody has signed in. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Page>;
}

interface WorkerFixtures {
  /** The session of a role, opened once for each worker; requests with it need no browser. */
  readonly sessionOf: (role: DemoRole, visit?: Visit) => Promise<APIRequestContext>;
  /** The browser of a role, signed in once for each worker, so that its cache of files is warm. */
  readonly browserOf: (role: DemoRole, visit?: Visit) => Promise<BrowserContext>;
}

const ORDINARY = { viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Amsterdam' };

/** Every page of a test is watched: an error in its console, a refused script or a broken request fails the test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ playwright }, use) => {
      const sessions = onceEach((role, { organization = 'demo', index = 0 }) =>
        openSession(playwright.request, baseUrl(), demoAccount(role, organization, index)),
      );
      await use(sessions.get);
      for (const session of await sessions.all()) await session.dispose();
    },
    { scope: 'worker' },
  ],
  browserOf: [
    async ({ browser, sessionOf }, use) => {
      const contexts = onceEach(async (role, visit) => {
        const storageState = await (await sessionOf(role, visit)).storageState();
        return browser.newContext({ ...ORDINARY, baseURL: baseUrl(), storageState });
      });
      await use(contexts.get);
      for (const context of await contexts.all()) await context.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  watched: async ({}, use) => {
    const visits: { page: Page; faults(): string[] }[] = [];
    await use(async (page) => {
      visits.push({ page, faults: await watchFaults(page) });
      return page;
    });
    const faults = visits.flatMap((visit) => visit.faults());
    for (const { page } of visits) await page.close();
    expect(faults, 'faults of the pages that were visited').toEqual([]);
  },
  visitor: async ({ browser, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...ORDINARY, ...options, baseURL: baseUrl() });
      contexts.push(context);
      return watched(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },
  signedIn: async ({ visitor, watched, sessionOf, browserOf }, use) => {
    await use(async (role, visit = {}) => {
      const { organization: _organization, index: _index, ...options } = visit;
      if (Object.keys(options).length === 0) return watched(await (await browserOf(role, visit)).newPage());
      const storageState = await (await sessionOf(role, visit)).storageState();
      return visitor({ ...options, storageState });
    });
  },
});

/** What is made once for each account and kept. */
function onceEach<T>(make: (role: DemoRole, visit: Visit) => Promise<T>) {
  const made = new Map<string, Promise<T>>();
  const get = (role: DemoRole, visit: Visit = {}): Promise<T> => {
    const key = `${visit.organization} ${role} ${visit.index}`;
    const one = made.get(key) ?? make(role, visit);
    made.set(key, one);
    return one;
  };
  return { get, all: () => Promise.all(made.values()) };
}

function baseUrl(): string {
  const url = process.env.BASE_URL;
  if (!url) throw new Error('BASE_URL is not set; the global setup sets it.');
  return url;
}

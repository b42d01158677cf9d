import {
  type APIRequestContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type DemoOrganization, type DemoRole, demoAccount } from './cadre/demo-accounts';
import { openSession } from './cadre/open-session';
import { watchFaults } from './cadre/watch-faults';

export { expect };

export interface Visit extends BrowserContextOptions {
  readonly organization?: DemoOrganization;
  /** Which of several accounts of the role. */
  readonly index?: number;
}

interface Fixtures {
  /** A page in a browser of its own, signed in as a role. */
  readonly signedIn: (role: DemoRole, visit?: Visit) => Promise<Page>;
  /** A page in a browser of its own that nobody has signed in. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Page>;
}

interface WorkerFixtures {
  /** The session of a role, opened once for each worker; requests with it need no browser. */
  readonly sessionOf: (role: DemoRole, visit?: Visit) => Promise<APIRequestContext>;
}

/** Every page of a test is watched: an error in its console, a refused script or a broken request fails the test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ playwright }, use) => {
      const sessions = new Map<string, Promise<APIRequestContext>>();
      await use((role, { organization = 'demo', index = 0 } = {}) => {
        const key = `${organization} ${role} ${index}`;
        const session =
          sessions.get(key) ??
          openSession(playwright.request, baseUrl(), demoAccount(role, organization, index));
        sessions.set(key, session);
        return session;
      });
      for (const session of sessions.values()) await (await session).dispose();
    },
    { scope: 'worker' },
  ],
  visitor: async ({ browser }, use) => {
    const visits: { close(): Promise<void>; faults(): string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: baseUrl() });
      const page = await context.newPage();
      visits.push({ close: () => context.close(), faults: await watchFaults(page) });
      return page;
    });
    const faults = visits.flatMap((visit) => visit.faults());
    for (const visit of visits) await visit.close();
    expect(faults, 'faults of the pages that were visited').toEqual([]);
  },
  signedIn: async ({ visitor, sessionOf }, use) => {
    await use(async (role, visit = {}) => {
      const { organization: _organization, index: _index, ...options } = visit;
      const storageState = await (await sessionOf(role, visit)).storageState();
      return visitor({ ...options, storageState });
    });
  },
});

function baseUrl(): string {
  const url = process.env.BASE_URL;
  if (!url) throw new Error('BASE_URL is not set; the global setup sets it.');
  return url;
}

import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumLaunch } from '#test/e2e/cadre/chromium-launch';
import { watchFaults } from '#test/e2e/cadre/watch-faults';

interface Visit {
  readonly path: string;
  /** Whose visit it is; signs in through the page the first time. */
  readonly email: string;
  /** Markup that is put into the page on its way, for a control. */
  readonly plant?: string;
  readonly withoutPolicy?: boolean;
}

interface Site {
  readonly origin: string;
  readonly password: string;
}

export interface WatchedBrowser {
  /** Opens a page and gives what it may not do: dialogs, violations of the content policy, errors. */
  visit(visit: Visit): Promise<string[]>;
  close(): Promise<void>;
}

export async function openWatchedBrowser({ origin, password }: Site): Promise<WatchedBrowser> {
  const browser = await chromium.launch(chromiumLaunch());
  const contexts = new Map<string, BrowserContext>();
  const signedIn = async (email: string) => {
    const context = contexts.get(email) ?? (await browser.newContext());
    if (contexts.has(email)) return context;
    contexts.set(email, context);
    const page = await context.newPage();
    await page.goto(`${origin}/login`);
    await page.getByLabel('E-mail').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=password]').press('Enter');
    await page.waitForURL(`${origin}/o/**`);
    await page.close();
    return context;
  };
  return {
    async visit({ path, email, plant, withoutPolicy }) {
      const page = await (await signedIn(email)).newPage();
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      const faultsOf = await watchFaults(page);
      if (plant) {
        await page.route(`${origin}${path}`, async (route) => {
          const response = await route.fetch();
          const headers = response.headers();
          if (withoutPolicy) delete headers['content-security-policy'];
          const body = (await response.text()).replace('<main', `${plant}<main`);
          await route.fulfill({ response, headers, body });
        });
      }
      const answer = await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await page.close();
      const landed = answer?.status() === 200 ? [] : [`status ${answer?.status()}`];
      return [...landed, ...dialogs, ...faultsOf()];
    },
    close: () => browser.close(),
  };
}

import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const ANALYST = '13-1199.07';

/** Published versions stay, and a version is there once: every run has its own. */
const versionOf = (what: string) => `${what}-${randomUUID().slice(0, 8)}`;

/** A draft as a copy of the shared framework; leaves the page on its editor. */
async function beginCopy(page: Page, base: string, { soc, version }: { soc: string; version: string }) {
  await page.goto(`${base}/occupations/${soc}?view=mastery`);
  await page.getByRole('link', { name: 'Write your own version' }).click();
  await page.getByRole('radio', { name: /shared catalogue/ }).check();
  await page.getByRole('textbox', { name: 'Version' }).fill(version);
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await expect(page.getByText('The draft was begun.')).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`an own framework is copied, edited, published and shown ${how} script`, async ({ signedIn }) => {
    // Other tests read the statements of the other organization while this one publishes.
    const page = await signedIn('hr_partner', { organization: 'northgate', javaScriptEnabled });
    const soc = javaScriptEnabled ? '33-1091.00' : '33-9021.00';
    const version = versionOf(how);
    await beginCopy(page, '/o/northgate', { soc, version });
    const level = page.getByRole('region', { name: 'Developing' });
    await page.waitForLoadState();
    const first = await level.getByRole('listitem').first().textContent();
    await level.getByRole('button', { name: /^Down/ }).first().click();
    await expect(level.getByRole('listitem').nth(1)).toHaveText(first ?? '');
    await level.getByRole('link', { name: 'Add a statement' }).click();
    const statement = page.getByRole('form', { name: 'New statement' });
    await statement.getByLabel('Label').fill('House rules');
    await statement.getByLabel('Behaviour').fill('Explains the rules of this house to a visitor');
    await statement.getByLabel('Source 1').fill('house rules');
    await statement.getByLabel('Title 1').fill('House rules, part 2');
    await statement.getByRole('button', { name: 'Add statement' }).click();
    await expect(level).toContainText('Explains the rules of this house to a visitor');
    await page.getByLabel('Licence').fill('');
    await page.getByRole('button', { name: 'Save version and source' }).click();
    await expect(page.getByText('who may use these texts?')).toBeVisible();
    await expect(page.getByRole('button', { name: `Publish ${version}` })).toBeDisabled();
    await page.getByLabel('Licence').fill('Our own');
    await page.getByRole('button', { name: 'Save version and source' }).click();
    await page.getByRole('button', { name: `Publish ${version}` }).click();
    await expect(page.getByText('A published version does not change.')).toBeVisible();
    await page.getByRole('link', { name: "On the occupation's page" }).click();
    await expect(page.getByText('your own framework')).toBeVisible();
    await expect(page.locator('.rung-list')).toContainText(['Explains the rules of this house to a visitor']);
    await page.goto('/o/northgate/frameworks');
    await expect(page.getByRole('row', { name: new RegExp(version) })).toContainText('Published');
    const stranger = await signedIn('hr_partner');
    await stranger.goto(`/o/demo/occupations/${soc}?view=mastery`);
    await expect(stranger.getByText('Explains the rules of this house to a visitor')).toHaveCount(0);
  });
}

test('of two who edit one draft the second is told, and saves the own words', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await beginCopy(page, '/o/demo', { soc: ANALYST, version: versionOf('two') });
  const place = page.url().replace(/\?.*/, '?edit=s1');
  const other = await signedIn('admin', { javaScriptEnabled: false });
  await page.goto(place);
  await other.goto(place);
  await other.getByLabel('Behaviour').fill('What the other one wrote');
  await other.getByRole('button', { name: 'Save statement' }).click();
  await expect(other.getByText('The statement was saved.')).toBeVisible();
  const told = page.getByText('Somebody else changed this draft after you opened it.');
  const draft = await holdDraft(page);
  await page.getByLabel('Behaviour').fill('What I wrote');
  await page.getByRole('button', { name: 'Save statement' }).click();
  await draft.asked;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(told, 'before the draft of now is there, saving again would be refused again').toHaveCount(0);
  draft.letThrough();
  await expect(told).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('What the other one wrote');
  await expect(page.getByLabel('Behaviour')).toHaveValue('What I wrote');
  await page.getByRole('button', { name: 'Save statement' }).click();
  await expect(page.getByText('The statement was saved.')).toBeVisible();
  await expect(page.locator('#level-1')).toContainText('What I wrote');
});

/** Holds the data of the draft's page back, from when it is asked until it is let through. */
async function holdDraft(page: Page) {
  const [asked, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(/\/frameworks\/[^/]+\.data/, async (route) => {
    if (route.request().method() === 'GET') {
      asked.resolve();
      await open.promise;
    }
    await route.continue();
  });
  return { asked: asked.promise, letThrough: open.resolve };
}

test('axe finds nothing in the editor, with a form and a refusal open', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await beginCopy(page, '/o/demo', { soc: ANALYST, version: versionOf('axe') });
  const level = page.getByRole('region', { name: 'Emerging' });
  await level.getByRole('link', { name: 'Add a statement' }).click();
  const statement = page.getByRole('form', { name: 'New statement' });
  await statement.getByLabel('Label').fill('<b>bold</b>');
  await statement.getByLabel('Behaviour').fill('x');
  await statement.getByRole('button', { name: 'Add statement' }).click();
  await expect(page.getByText(/starts HTML or script/).first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .withTags(WCAG_22_AA)
        .analyze();
      const found = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map((node) => node.target.join(' ')),
      }));
      expect(found, `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
});

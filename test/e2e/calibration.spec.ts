import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const CYCLES = '/o/northgate/assessments';

/** The calibration page of the newest cycle that is closed. */
async function openQueue(page: Page): Promise<void> {
  await page.goto(CYCLES);
  await page
    .getByRole('row')
    .filter({ has: page.locator('[data-state="closed"]') })
    .first()
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: 'Calibration', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Calibration', exact: true })).toBeVisible();
  await expect(page.getByText('are being put in order')).toHaveCount(0, { timeout: 60_000 });
}

test('a disagreement is settled by keyboard with a reason; the ratings stay, and it is taken back', async ({
  signedIn,
}, { retry }) => {
  test.slow();
  const reason = `Two night drills were looked at together, ${retry}.`;
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await openQueue(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const queue = page.locator('.calibration-queue a');
  // What would change a decision stands first.
  await expect(queue.first()).toContainText('Would change');
  await expect(queue.first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('j');
  await expect(queue.nth(1)).toHaveAttribute('aria-current', 'true');
  // Whoever speaks or types otherwise switches single keys off, and on again.
  const keys = page.getByLabel('Single keys work from anywhere on the page');
  await keys.uncheck();
  await page.keyboard.press('k');
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: /^3/ })).not.toBeChecked();
  await expect(queue.nth(1)).toHaveAttribute('aria-current', 'true');
  await keys.check();
  const name = (await queue.nth(1).locator('.calibration-name').textContent()) ?? '';
  const levels = await page.locator('.calibration-level').allTextContents();
  expect(new Set(levels).size).toBeGreaterThan(1);

  const settle = async () => {
    await page.keyboard.press('3');
    await expect(page.getByRole('radio', { name: /^3/ })).toBeChecked();
    await page.keyboard.press('r');
    await page.keyboard.type(reason);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('The value is settled')).toBeVisible();
  };
  await settle();
  // Another case is shown by now: U is of the decision that was just made, and leads back to it.
  await expect(queue.locator('.calibration-name').filter({ hasText: name })).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.getByText('The decision is taken back')).toBeVisible();
  await expect(queue.and(page.locator('[aria-current=true]'))).toContainText(name);
  await settle();
  await expect(queue.locator('.calibration-name').filter({ hasText: name })).toHaveCount(0);

  await page.getByRole('link', { name: /^Decided/ }).click();
  const decided = queue.filter({ hasText: name });
  await decided.click();
  await expect(decided).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('Settled at 3', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
  expect(await page.locator('.calibration-level').allTextContents()).toEqual(levels);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('The decision is taken back')).toBeVisible();
  await page.getByRole('link', { name: /^Left/ }).click();
  await expect(queue.filter({ hasText: name })).toHaveCount(1);

  await page.getByRole('link', { name: 'Agreement and severity' }).click();
  await expect(page.getByRole('table', { name: 'Severity of raters' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('calibration without script: one form with the value and the reason', async ({ signedIn }, {
  retry,
}) => {
  test.slow();
  const page = await signedIn('hr_partner', { organization: 'northgate', javaScriptEnabled: false });
  await openQueue(page);
  const fourth = page.locator('.calibration-queue a').nth(3);
  const href = (await fourth.getAttribute('href')) ?? '';
  const decided = new URL(href, page.url());
  decided.searchParams.set('show', 'decided');
  await fourth.click();
  await page.getByRole('radio', { name: /^2/ }).check();
  await page.getByLabel('Why').fill(`Seen at work twice, ${retry}.`);
  await page.getByRole('button', { name: 'Settle' }).click();
  await expect(page.getByText('The value is settled')).toBeVisible();
  await page.goto(decided.href);
  await expect(page.getByText(`Seen at work twice, ${retry}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('The decision is taken back')).toBeVisible();
});

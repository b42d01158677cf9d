import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const OWN = '/o/demo/assess?cycle=own';

/** The grid once its script runs. */
async function openGrid(page: Page): Promise<void> {
  await page.goto(OWN);
  await expect(page.getByRole('grid')).toBeVisible();
}

const cell = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);
const status = (page: Page) => page.locator('.rate-status');

/** Presses keys one by one; how many. */
async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

test('a full rating takes eleven keystrokes and one to submit; keys undo, and can be switched off', async ({
  signedIn,
}) => {
  const page = await signedIn('director');
  await openGrid(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await cell(page, '0:0').focus();
  const pressed = await press(page, ['3', '2', '4', '1', '3', '?', '0', '2', '3', '3', '2']);
  expect(pressed).toBe(11);
  // Ten durable domains and AI use.
  for (let column = 0; column < 11; column++)
    await expect(cell(page, `0:${column}`).locator('b')).toBeVisible();
  await expect(status(page)).toContainText('Saved');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid').locator('tbody tr').first()).toContainText('submitted');

  await cell(page, '0:0').focus();
  await press(page, ['1', 'u']);
  await expect(cell(page, '0:0')).toHaveText('3');
  await page.getByLabel('Keys').uncheck();
  await cell(page, '0:0').focus();
  await page.keyboard.press('4');
  await expect(cell(page, '0:0')).toHaveText('3');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, '0:1')).toBeFocused();
});

test('keys act in the marked cell as soon as the page is open, and submit nothing from there', async ({
  signedIn,
}) => {
  const page = await signedIn('executive');
  await openGrid(page);
  await expect(page.getByLabel('Keys')).toBeChecked();
  const before = await cell(page, '0:0').textContent();
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await expect(cell(page, '0:1')).toBeFocused();
  await expect(cell(page, '0:0').locator('b')).toHaveText('2');
  await expect(page.getByRole('grid').locator('tbody tr').first()).toContainText('draft');
  await page.keyboard.press('u');
  await expect(cell(page, '0:0')).toHaveText(before ?? '');
});

test('what is said without a connection is sent when it is back, and survives the page', async ({
  signedIn,
}) => {
  const page = await signedIn('employee', { index: 1, viewport: { width: 1280, height: 900 } });
  await openGrid(page);
  // Another try of this test finds what the one before left.
  const levels: [string, string][] = [];
  for (const place of ['0:0', '0:1', '0:2'])
    levels.push([place, (await cell(page, place).textContent()) === '2' ? '3' : '2']);
  await cell(page, '0:0').focus();
  await page.context().setOffline(true);
  await press(
    page,
    levels.map(([, level]) => level),
  );
  await expect(status(page)).toContainText('Waiting for a connection: 3 not saved yet');
  await page.context().setOffline(false);
  await expect(status(page)).toContainText('Saved');
  await page.reload();
  for (const [place, level] of levels) await expect(cell(page, place)).toHaveText(level);
});

test('two windows do not overwrite each other: the second is asked', async ({ signedIn }) => {
  const first = await signedIn('employee');
  const second = await signedIn('employee');
  await openGrid(first);
  // Another try of this test finds what the one before left.
  await cell(first, '0:3').focus();
  await first.keyboard.press('2');
  await expect(status(first)).toContainText('Saved');
  await first.reload();
  await expect(cell(first, '0:3')).toHaveText('2');
  await openGrid(second);
  await cell(first, '0:3').focus();
  // The server has it, before the other window says something else.
  const saved = first.waitForResponse((answer) => answer.url().includes('/assess/save'));
  await first.keyboard.press('1');
  await saved;
  await expect(status(first)).toContainText('Saved');
  await cell(second, '0:3').focus();
  await second.keyboard.press('4');
  await cell(second, '0:3').focus();
  const asked = second.getByRole('complementary', { name: 'The cell' }).getByRole('alert');
  await expect(asked).toContainText('Saved elsewhere: 1');
  await expect(status(second)).toContainText('1 cell to decide');
  await second.keyboard.press('Enter');
  await expect(second.getByText('Not submitted: another window saved something else')).toHaveCount(1);
  await expect(asked).toBeVisible();
  await second.getByRole('button', { name: 'Mine' }).click();
  await expect(status(second)).toContainText('Saved');
  await first.reload();
  await expect(cell(first, '0:3')).toHaveText('4');
});

test('with script off a form saves and submits; a phone shows people one by one', async ({ signedIn }) => {
  const page = await signedIn('employee', {
    ...{
      organization: 'northgate' as const,
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    },
  });
  await page.goto(OWN.replace('demo', 'northgate'));
  await page.locator('.rate-people a').first().click();
  // The word of a choice takes the tap, not only what lies beneath it.
  await page
    .getByRole('group', { name: 'Leadership' })
    .locator('.rate-choice', { hasText: '3' })
    .locator('b')
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as a draft.')).toBeVisible();
  await expect(page.locator('input[name="value.leadership"][value="3"]')).toBeChecked();
  await page.getByRole('button', { name: 'Save and submit' }).click();
  await expect(page.getByText('Submitted. The ratings count from today.')).toBeVisible();
});

import { expect, test } from './fixtures';

test('people are found by a search and a filter, and chosen by keyboard', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/people');
  await page.getByRole('searchbox').fill('guard');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Agency');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('kind') === 'agency');
  await expect(page.getByRole('status').filter({ hasText: 'for “guard”' })).toBeVisible();
  const boxes = page.locator('tbody').getByRole('checkbox');
  await expect(page.locator('.people-selection button[type=submit]')).toBeDisabled();
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Change 2 people' }).press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.getAll('id').length === 2);
});

test('the list goes on by itself with script', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/people');
  const table = page.getByRole('table', { name: 'People' });
  const count = Number(await table.getAttribute('aria-rowcount'));
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  await expect(async () => {
    await page.keyboard.press('End');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(table.locator(`tr[aria-rowindex="${count}"] th`)).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('without script the list has pages', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { javaScriptEnabled: false });
  await page.goto('/o/demo/people');
  const names = page.locator('tbody').getByRole('rowheader');
  const first = await names.allInnerTexts();
  expect(first).toHaveLength(100);
  await page.getByRole('link', { name: 'Next people' }).click();
  await expect(page.getByText('101 to 200 of')).toBeVisible();
  await expect(names.first()).not.toHaveText(first[0] ?? '', { useInnerText: true });
  await page.getByRole('link', { name: 'Previous people' }).click();
  await expect(names).toHaveText(first, { useInnerText: true });
});

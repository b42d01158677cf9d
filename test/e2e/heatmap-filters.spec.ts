import { expect, test } from './fixtures';
import { heatmapOf } from './pages/heatmap';

for (const javaScriptEnabled of [true, false]) {
  test(`rows and filters are in the address, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    signedIn,
  }) => {
    const page = await signedIn('hr_partner', { javaScriptEnabled });
    await page.goto('/o/demo/heatmap');
    const heatmap = heatmapOf(page);
    await heatmap.rowsChoice.getByRole('link', { name: 'Sites' }).click();
    await expect(page).toHaveURL(/rows=site/);
    await page.getByRole('combobox', { name: 'Role band' }).selectOption({ label: 'Senior / Expert IC' });
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/filter(?:\[|%5B)band(?:\]|%5D)=3/);
    await expect(page).toHaveURL(/rows=site/);
    const names = heatmap.matrix.getByRole('rowheader');
    await expect(names.first()).toBeVisible();
    const shown = await names.allInnerTexts();
    await page.reload();
    await expect(names).toHaveText(shown, { useInnerText: true });
    await page.getByRole('link', { name: 'Clear' }).click();
    await expect(page).not.toHaveURL(/filter/);
  });
}

test('a reader of released figures is told why there are no other rows', async ({ signedIn }) => {
  const page = await signedIn('executive');
  await page.goto('/o/demo/heatmap?rows=site');
  await expect(page.getByRole('heading', { name: 'Released by team only' })).toBeVisible();
  await expect(heatmapOf(page).matrix).toHaveCount(0);
  await page.getByRole('link', { name: 'Show the teams' }).click();
  await expect(heatmapOf(page).matrix).toBeVisible();
});

test('a list of people has no limit of rows, and any cell of it opens', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap?rows=person');
  const { matrix, panel } = heatmapOf(page);
  await expect(matrix).toHaveAttribute('aria-rowcount', /\d{3}/);
  const total = Number(await matrix.getAttribute('aria-rowcount'));
  expect(total).toBeGreaterThan(101);
  const last = matrix.locator(`tr[aria-rowindex="${total}"]`);
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect(last.getByRole('rowheader')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const name = await last.locator('.matrix-row-name').textContent();
  await last.locator('td a').first().click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(`Communication, ${name}`);
});

for (const width of [390, 1280]) {
  test(`the names of the columns stay in sight down to the last of all people, ${width} wide`, async ({
    signedIn,
  }) => {
    const page = await signedIn('hr_partner', { viewport: { width, height: 800 } });
    await page.goto('/o/demo/heatmap?rows=person');
    const { matrix } = heatmapOf(page);
    await expect(page.getByText(/^\d+ people$/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Next people' })).toHaveCount(0);
    const name = matrix.getByRole('columnheader', { name: 'Communication' }).locator('.matrix-column-name');
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      expect(await name.evaluate(isOnTop)).toBe(true);
      await expect(matrix.locator('tbody tr').last()).toBeInViewport({ timeout: 1_000 });
    }).toPass();
  });
}

/** Nothing stands over the middle of the element, and it is in sight. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

test('without script a list of people is turned page by page', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { javaScriptEnabled: false });
  await page.goto('/o/demo/heatmap?rows=person');
  await expect(page.getByText(/^1 to 100 of \d+ people$/)).toBeVisible();
  await page.getByRole('link', { name: 'Next people' }).click();
  await expect(page.getByText(/^101 to 200 of \d+ people$/)).toBeVisible();
});

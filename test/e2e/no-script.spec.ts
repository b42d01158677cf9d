import { expect, test } from './fixtures';
import { heatmapOf } from './pages/heatmap';
import { readPanel } from './pages/panel';

test('without script the same table is there, and links drill, choose and open', async ({ signedIn }) => {
  const scripted = await signedIn('hr_partner');
  await scripted.goto('/o/demo/heatmap');
  const page = await signedIn('hr_partner', { javaScriptEnabled: false });
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  expect(await heatmap.rows()).toEqual(await heatmapOf(scripted).rows());

  await heatmap.figures.getByRole('link', { name: 'Gap' }).click();
  await expect(page).toHaveURL('/o/demo/heatmap?figure=gap');
  await heatmap.rowLink('Risk and Systems').click();
  await expect(heatmap.crumbs.getByRole('listitem').last()).toHaveText('Risk and Systems');
  await heatmap.cell('Mastery', 'Risk Analysis').click();
  await expect(page).toHaveURL(/figure=gap.*parent=.*cell=/);
  const panel = await readPanel(heatmap.panel, 'Mastery, Risk Analysis');
  expect(panel.distribution).toHaveLength(5);
  expect(panel.statements.length).toBeGreaterThan(0);
  await heatmap.panel.getByText('Why this number').click();
  await expect(heatmap.panel.getByText('Mean gap', { exact: true })).toBeVisible();
  await heatmap.panel.getByRole('link', { name: 'Close, back to the matrix' }).click();
  await expect(heatmap.panel).toHaveCount(0);

  await heatmap.rowLink('Risk Analysis').click();
  await expect(page).toHaveURL(/rows=person/);
  await page.waitForLoadState();
  const [person] = await heatmap.rows();
  await heatmap.rowLink(person?.name ?? '').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person?.name ?? '');
  await page.goBack();
  await heatmap.crumbs.getByRole('link', { name: 'Harbourline' }).click();
  await expect(heatmap.rowLink('Control Rooms')).toBeVisible();
});

test('the theme is chosen without script, kept, and given back to the system', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { javaScriptEnabled: false, colorScheme: 'light' });
  await page.goto('/o/demo/heatmap?figure=gap');
  const ground = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await ground();
  await page.locator('.rail').getByRole('button', { name: 'Dark' }).click();
  await expect(page).toHaveURL('/o/demo/heatmap?figure=gap');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.goto('/o/demo/heatmap');
  expect(await ground()).toBe(dark);
  await page.locator('.rail').getByRole('button', { name: 'As the system' }).click();
  expect(await ground()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).toBe(dark);
});

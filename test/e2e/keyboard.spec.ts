import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { heatmapOf } from './pages/heatmap';

const inMatrix = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest('table.matrix') !== null && document.activeElement !== null,
  );
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-label') ?? element?.querySelector('.matrix-row-name')?.textContent ?? ''
    );
  });

/** Navigation, toggles and filters stand before the matrix; the first stop of the page skips the navigation. */
const MOST_STOPS = 80;

/** Presses Tab until the focus is in the matrix; returns the number of presses. */
async function tabIntoMatrix(page: Page): Promise<number> {
  await expect(heatmapOf(page).matrix).toHaveRole('grid');
  for (let presses = 1; presses <= MOST_STOPS; presses++) {
    await page.keyboard.press('Tab');
    if (await inMatrix(page)) return presses;
  }
  throw new Error(`${MOST_STOPS} presses of Tab did not lead into the matrix.`);
}

test('the matrix is one stop of Tab, and its first stop of the page skips to the content', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  await tabIntoMatrix(page);
  await page.keyboard.press('Tab');
  expect(await inMatrix(page)).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await inMatrix(page)).toBe(true);
  await page.goto('/o/demo/heatmap');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('arrows reach every cell, Home and End the edges', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  await tabIntoMatrix(page);
  await page.keyboard.press('Control+Home');
  expect(await focused(page)).toBe('Control Rooms');
  const rows = await heatmapOf(page).rows();
  for (const [index, row] of rows.entries()) {
    const met: string[] = [];
    for (const _cell of row.cells) {
      await page.keyboard.press('ArrowRight');
      met.push(await focused(page));
    }
    expect(met).toEqual(row.cells.map((cell) => cell.words));
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(row.name);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(rows[index + 1]?.name ?? row.name);
  }
  await page.keyboard.press('Control+End');
  expect(await focused(page)).toMatch(/^Mastery, Terminal Operations West:/);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toMatch(/^Mastery, Terminal Operations North:/);
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toMatch(/^AI use, Terminal Operations North:/);
});

test('Enter opens the panel, Escape closes it from anywhere, and the focus is back on the cell', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  const cell = heatmap.cell('Leadership', 'Executive Office');
  await tabIntoMatrix(page);
  await page.keyboard.press('Control+Home');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heatmap.panel).toBeVisible();
  await expect(page).toHaveURL(/cell=/);
  await page.keyboard.press('Escape');
  await expect(heatmap.panel).toHaveCount(0);
  await expect(page).toHaveURL('/o/demo/heatmap');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heatmap.panel).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(heatmap.panel.getByRole('link', { name: 'Close, back to the matrix' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(heatmap.panel.getByText('Why this number')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(heatmap.panel).toHaveCount(0);
  await expect(cell).toBeFocused();
});

test('where the panel takes the place of the matrix, closing it leads back to the cell', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { viewport: { width: 390, height: 800 } });
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  await expect(heatmap.matrix).toHaveRole('grid');
  const cell = heatmap.cell('Leadership', 'Executive Office');
  for (const key of ['Escape', 'Enter']) {
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(heatmap.panel.locator('[data-panel-title]')).toBeFocused();
    if (key === 'Enter') await heatmap.panel.getByRole('link', { name: 'Close, back to the matrix' }).focus();
    await page.keyboard.press(key);
    await expect(heatmap.panel).toHaveCount(0);
    await expect(cell).toBeFocused();
  }
});

test('Enter on a name drills down', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  await tabIntoMatrix(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(heatmapOf(page).crumbs.getByRole('listitem').last()).toHaveText('Control Rooms');
  await tabIntoMatrix(page);
});

test('a key that is pressed while the script of the page begins takes nothing from it', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner');
  await page.addInitScript(pressWhileItBegins);
  await page.goto('/o/demo/heatmap');
  await expect(heatmapOf(page).matrix).toHaveRole('grid');
  expect(await page.evaluate(() => Number(document.documentElement.dataset.pressed))).toBeGreaterThan(0);
});

/** Presses a key between what React plans and what it draws, which is when a slow device tells of one. */
function pressWhileItBegins(): void {
  const { postMessage } = MessagePort.prototype;
  let pressed = 0;
  const press = () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    pressed += 1;
    document.documentElement.dataset.pressed = String(pressed);
  };
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
    if (pressed < 3) queueMicrotask(press);
    postMessage.call(this, message);
  };
}

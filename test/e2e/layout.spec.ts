import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { EVERY_PAGE } from './pages/every-page';
import { teamId } from './pages/everyone';
import { heatmapOf } from './pages/heatmap';

/** Side of the smallest target in CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST = 24;

/** What can be pressed and is smaller than allowed, each with its label; links within a sentence may be small. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary'),
    ];
    const drawn = targets.filter(
      (target) => target.checkVisibility() && !target.matches('.skip-link, p a, dd a'),
    );
    return drawn.flatMap((target) => {
      const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
      const size = `${Math.round(width)} x ${Math.round(height)}`;
      const name = target.getAttribute('aria-label') ?? target.textContent ?? '';
      return width < least || height < least
        ? [`${target.tagName} "${name.trim().slice(0, 40)}" ${size}`]
        : [];
    });
  }, LEAST);
}

for (const { name, role, visit, path } of EVERY_PAGE) {
  test(`the layout holds at every width: ${name}`, async ({ signedIn, visitor, sessionOf }) => {
    const page = role ? await signedIn(role, visit) : await visitor();
    await page.goto(await path(await sessionOf('hr_partner')));
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const width of [390, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => {
        const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
        return scrollWidth - clientWidth;
      });
      expect(over, `pixels that ${name} is too wide at ${width}`).toBeLessThanOrEqual(0);
      expect(await smallTargets(page), `small targets of ${name} at ${width}`).toEqual([]);
    }
  });
}

test('twelve columns and the panel fit at 1280 without scrolling sideways', async ({
  signedIn,
  sessionOf,
}) => {
  const page = await signedIn('hr_partner');
  const team = await teamId(await sessionOf('hr_partner'), 'Mobile Response');
  await page.goto(`/o/demo/heatmap?cell=group:${team}:leadership`);
  const { matrix, panel } = heatmapOf(page);
  await expect(panel).toBeVisible();
  const over = await matrix.evaluate((table) => {
    const frame = table.parentElement;
    return frame ? frame.scrollWidth - frame.clientWidth : Number.NaN;
  });
  expect(over).toBe(0);
  const box = async (locator: typeof panel) =>
    (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const columns = matrix.locator('thead th:not(:first-child)');
  await expect(columns).toHaveCount(12);
  const last = await box(columns.last());
  const side = await box(panel);
  expect(last.x + last.width).toBeLessThanOrEqual(side.x);
  expect(side.x + side.width).toBeLessThanOrEqual(1280);
  for (const row of await matrix.locator('tbody tr').all()) {
    const cell = await box(row.locator('td a').last());
    expect(cell.width).toBeGreaterThanOrEqual(LEAST);
    expect(cell.x + cell.width).toBeLessThanOrEqual(side.x);
  }
});

test('no number of a cell is cut off or runs into its neighbour', async ({ signedIn, sessionOf }) => {
  const page = await signedIn('hr_partner');
  const team = await teamId(await sessionOf('hr_partner'), 'Mobile Response');
  for (const search of ['', '?figure=at_target', '?figure=gap', `?rows=person&parent=${team}`]) {
    await page.goto(`/o/demo/heatmap${search}`);
    for (const width of [390, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await heatmapOf(page)
        .matrix.locator('td a')
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.getAttribute('aria-label')),
        );
      expect(cut, `${search} at ${width}`).toEqual([]);
    }
  }
});

test('rows that differ are told apart by what is drawn of their names', async ({ signedIn }) => {
  for (const role of ['hr_partner', 'executive', 'director'] as const) {
    const page = await signedIn(role);
    await page.goto('/o/demo/heatmap');
    for (const width of [390, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const drawn = await heatmapOf(page)
        .matrix.locator('.matrix-row-name')
        .evaluateAll((names) =>
          names.map((name) => {
            const frame = name.getBoundingClientRect();
            const text = name.firstChild;
            if (!text) return '';
            const range = document.createRange();
            const shown = [...(text.textContent ?? '')].filter((_letter, index) => {
              range.setStart(text, index);
              range.setEnd(text, index + 1);
              return range.getBoundingClientRect().top < frame.bottom - 2;
            });
            return shown.join('');
          }),
        );
      expect(new Set(drawn).size, `${role} at ${width}: ${drawn.join(' | ')}`).toBe(drawn.length);
    }
  }
});

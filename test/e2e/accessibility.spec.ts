import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { EVERY_PAGE } from './pages/every-page';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

for (const { name, role, visit, path } of EVERY_PAGE) {
  test(`axe finds nothing on: ${name}`, async ({ signedIn, visitor, sessionOf }) => {
    const page = role ? await signedIn(role, visit) : await visitor();
    await page.goto(await path(await sessionOf('hr_partner')));
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page).toHaveTitle(/Cadre/);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page }).setLegacyMode(true);
        // Of the rules, the theme changes contrast only. The cells are the same at both widths.
        if (colorScheme === 'light') axe.withTags(WCAG_22_AA);
        else axe.withRules(['color-contrast']);
        if (width < 1280) axe.exclude('.matrix td');
        const { violations, passes } = await axe.analyze();
        expect(passes.length).toBeGreaterThan(0);
        const found = violations.map(({ id, nodes }) => ({
          id,
          at: nodes.map((node) => node.target.join(' ')),
        }));
        expect(found, `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      }
    }
  });
}

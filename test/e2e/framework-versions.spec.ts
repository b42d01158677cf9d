import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { importVersions, PAGE_VERSION, REWORDED } from './cadre/framework-versions';
import { expect, test } from './fixtures';

/** The rules of axe that the page breaks. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id }) => id);
}

const PLACE = '/o/northgate/occupations/33-9032.00';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`two versions stand side by side, ${colorScheme}`, async ({ signedIn }) => {
    const page = await signedIn('hr_partner', { organization: 'northgate', colorScheme });
    await importVersions(page, 'northgate', ['older.json', 'newer.json']);
    await page.goto(`${PLACE}/compare/mastery?from=v.26.04&to=v.26.05`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('versions compared');
    const row = page.getByRole('row').filter({ hasText: 'Reworded' });
    await expect(row).toHaveCount(1);
    await expect(row.locator('ins')).toContainText('today');
    await expect(row.getByRole('cell').last()).toContainText(REWORDED.to.split(' — ')[1]?.slice(0, 20) ?? '');
    const shown = page.getByRole('navigation', { name: 'What is shown' });
    await expect(shown.getByRole('link', { name: 'All changes 1' })).toHaveAttribute('aria-current', 'true');
    expect(await violations(page)).toEqual([]);
    await shown.getByRole('link', { name: /^Same/ }).click();
    await expect(page).toHaveURL(/show=same/);
    await expect(page.locator('tbody tr[data-kind=same]').first()).toBeVisible();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`a split is confirmed and taken back ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    signedIn,
  }) => {
    const page = await signedIn('hr_partner', { organization: 'northgate', javaScriptEnabled });
    await importVersions(page, 'northgate', ['older.json', 'page.txt']);
    await page.goto(`${PLACE}/splits/mastery?version=${PAGE_VERSION}`);
    // Each run has a statement of its own, as both may run at once.
    const open = page.locator('li.split').filter({ has: page.getByRole('textbox') });
    const statement = javaScriptEnabled ? open.first() : open.last();
    const field = statement.getByRole('textbox');
    const label = await field.inputValue();
    expect(label).not.toBe('');
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);

    await field.fill('No such beginning');
    await statement.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was confirmed');
    await expect(field).toHaveValue('No such beginning');
    await expect(field).toHaveAttribute('aria-invalid', 'true');

    await field.fill(label);
    await statement.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('1 statement is confirmed.')).toBeVisible();
    const confirmed = page
      .locator('li.split')
      .filter({ has: page.getByRole('button', { name: 'Take back' }) });
    await expect(confirmed.filter({ hasText: label }).first()).toContainText('Confirmed by');
    await confirmed.filter({ hasText: label }).first().getByRole('button', { name: 'Take back' }).click();
    await expect(open.filter({ hasText: label }).first()).toBeVisible();
  });
}

test('a rewording is confirmed by a person and taken back', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await importVersions(page, 'northgate', ['older.json', 'newer.json']);
  await page.goto(`${PLACE}/compare/mastery?from=v.26.04&to=v.26.05&show=reworded`);
  await page.getByRole('button', { name: 'Same statement' }).click();
  await expect(page.getByText('Confirmed by')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('not confirmed')).toBeVisible();
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { enter, tabTo } from './pages/by-keyboard';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** A profile of Northgate that nobody has written, and somebody who is measured by it. */
const PLACE = '/o/northgate/targets/43-5031.00/2';
const MEASURED = 'Deepak Okonjaku';

test('a target profile is written by keyboard, and the gap stands on the page of a person', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await page.goto('/o/northgate/targets');
  await enter(page, page.locator(`a[href="${PLACE}"]`));
  await expect(page.getByText('default target').first()).toBeVisible();
  await tabTo(page, page.getByLabel('Communication: level'));
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  const critical = page.getByLabel('Communication: critical');
  // In a Cadre that ran already it is.
  if (!(await critical.isChecked())) await page.keyboard.press('Space');
  await expect(critical).toBeChecked();
  await enter(page, page.getByRole('button', { name: 'Show the difference' }));
  await expect(page.getByRole('heading', { name: 'This would change' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await enter(page, page.getByRole('button', { name: 'Save', exact: true }));
  await expect(page.getByText('Saved. The figures follow within seconds.')).toBeVisible();
  await expect(page.getByLabel('Communication: level')).toHaveValue('4');

  await page.goto(`/o/northgate/people?query=${encodeURIComponent(MEASURED)}`);
  await page.getByRole('link', { name: MEASURED }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(MEASURED);
  const row = page.getByRole('row', { name: /^Communication/ }).first();
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('written, critical', { timeout: 1_000 });
  }).toPass();
  await expect(row.locator('td').nth(3)).toContainText('4');
  await expect(row).toContainText('−1');
});

test('a requirement is added for teams by their names, and its state is shown', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await page.goto('/o/northgate/requirements/new');
  await expect(page.getByRole('group', { name: 'Teams', exact: true })).toBeHidden();
  await page.getByLabel('Name', { exact: true }).fill('Somebody at night who leads');
  await page.getByLabel('At least so many people').fill('9');
  await page.getByLabel('Dimension').selectOption('Leadership');
  await page.getByRole('textbox', { name: 'Name holds' }).fill('night');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Somebody at night who leads');
  const group = page
    .getByRole('table', { name: 'Groups' })
    .getByRole('row', { name: /Campus Patrol \/ Night/ });
  await expect(group.locator('.requirement-state')).toHaveText(/short|one holder only|uncovered|unknown/);
  await expect(group).toContainText('of 9 holders');
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.goto('/o/northgate/requirements');
  await expect(page.getByRole('table', { name: 'Requirements' })).toContainText(
    'at least 9 people at level 3',
  );
  await page.getByRole('link', { name: 'Somebody at night who leads' }).first().click();
  await page.getByRole('button', { name: 'End this requirement' }).click();
  await expect(page.getByText('The requirement was ended.')).toBeVisible();
});

test('a default profile is told as that before a file or a change of several makes it a written one', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await page.goto('/o/northgate/targets/import');
  const buffer = Buffer.from('occupation,role_band,dimension,level\n33-9021.00,1,leadership,3\n');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'targets.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Show what it would change' }).click();
  await expect(page.getByText('1 profile is the default target so far.')).toBeVisible();
  const differences = page.getByRole('table', { name: 'Differences' });
  await expect(differences).toContainText('default target 1');

  await page.goto('/o/northgate/targets/change?profile=33-9021.00:1');
  await page.getByRole('checkbox', { name: 'Leadership' }).check();
  await page.getByLabel('Level').selectOption('4');
  await page.getByRole('button', { name: 'Show the differences' }).click();
  await expect(differences.getByRole('row', { name: 'Leadership' })).toContainText('default target 1');
});

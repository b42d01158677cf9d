import AxeBuilder from '@axe-core/playwright';
import { demoAccount } from './cadre/demo-accounts';
import { linkOfLetter } from './cadre/outbox';
import { expect, test } from './fixtures';
import { OWN_CYCLES } from './pages/cycle-path';

test('an HR partner opens a cycle for one team, sees its progress, and takes it to its end', async ({
  signedIn,
}, { retry }) => {
  test.slow();
  const name = `${OWN_CYCLES} of the risk team ${retry}`;
  const hr = await signedIn('hr_partner');
  await hr.goto('/o/demo/assessments');
  await hr.getByRole('link', { name: 'New cycle' }).click();
  await hr.getByLabel('Name', { exact: true }).fill(name);
  await hr.getByLabel('Purpose').fill('To try the questions with one team.');
  const team = hr.getByLabel('Team, with those beneath');
  await team.selectOption(
    (await team.locator('option', { hasText: 'Risk and Systems' }).first().getAttribute('value')) ?? '',
  );
  await hr.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(hr.getByText('The cycle is saved.')).toBeVisible();
  await expect(hr.getByText(/people are rated\. They and their raters/)).toBeVisible();
  expect((await new AxeBuilder({ page: hr }).analyze()).violations).toEqual([]);

  await hr.getByRole('button', { name: 'Open the cycle' }).click();
  await expect(hr.getByText(/people are rated\./)).toBeVisible({ timeout: 30_000 });
  await hr.getByRole('link', { name: 'The cycle', exact: true }).click();
  await expect(hr.getByRole('heading', { name: 'Progress' })).toBeVisible();
  await expect(hr.getByRole('row', { name: /^All 0 of \d+/ })).toBeVisible();
  await expect(hr.getByRole('table', { name: /Raters who owe/ }).getByRole('row')).not.toHaveCount(1);
  expect((await new AxeBuilder({ page: hr }).analyze()).violations).toEqual([]);

  await hr.getByRole('link', { name: 'People', exact: true }).last().click();
  await hr
    .getByRole('button', { name: /^Extend for/ })
    .first()
    .waitFor();
  await hr
    .getByLabel(/^Until, for/)
    .first()
    .fill('2099-01-31');
  await hr
    .getByRole('button', { name: /^Extend for/ })
    .first()
    .click();
  await expect(hr.getByText('The end of the person is saved.')).toBeVisible();

  await hr.getByRole('link', { name }).click();
  await hr.getByRole('button', { name: 'Close the cycle' }).click();
  await expect(hr.getByText('The cycle is closed.')).toBeVisible();
  const state = hr.locator('.cycle-state');
  await expect(state).toHaveText('Closed');

  await hr.getByText('Open it again').click();
  await hr.getByLabel('Until').fill('2099-02-28');
  await hr.getByLabel('Why').fill('Two managers were away');
  await hr.getByRole('button', { name: 'Open again' }).click();
  await expect(hr.getByText('The cycle is open again.')).toBeVisible();
  await hr.getByRole('button', { name: 'Close the cycle' }).click();
  await expect(state).toHaveText('Closed');
  await hr.getByRole('button', { name: 'Calibration is done' }).click();
  await expect(state).toHaveText('Calibrated');
  await hr.getByRole('button', { name: 'Put away' }).click();
  await expect(state).toHaveText('Archived');
  await expect(hr.getByRole('heading', { name: 'Next' })).toHaveCount(0);

  const owner = await signedIn('owner');
  await owner.goto('/o/demo/audit?action=cycle.reopen');
  await expect(owner.getByRole('cell', { name: 'opened a cycle again' }).first()).toBeVisible();
});

test('the link of a letter stops letters about one cycle, by a button and not by looking', async ({
  visitor,
}) => {
  const { email } = demoAccount('employee', 'demo', 1);
  const link = await linkOfLetter(email, '/stop/');
  const page = await visitor();
  await page.goto(link);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Stop letters' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Stop these letters' }).click();
  await expect(page.getByRole('heading', { name: 'No more letters' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'No more letters' })).toBeVisible();
});

test('whoever is rated finds where they rate how to propose peers', async ({ signedIn }) => {
  const page = await signedIn('employee');
  await page.goto('/o/demo/assess');
  await page.getByRole('link', { name: 'Propose your peers' }).click();
  await expect(page.getByRole('heading', { name: 'Your peers' })).toBeVisible();
});

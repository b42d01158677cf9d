import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

/** Presses Tab until the element has the focus, at most so many times. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(text)) return;
  }
  throw new Error(`120 presses of Tab did not lead to ${name}.`);
}

test('a person contests a level by keyboard, an HR partner answers, and the mark goes', async ({
  signedIn,
}) => {
  const person = await signedIn('employee', { index: 1 });
  await person.goto('/o/demo');
  const profile = person.getByRole('region', { name: 'Profile' });
  const mark = profile.getByText('contested, not answered yet');
  await expect(mark).toHaveCount(0);
  const own = new URL(person.url()).pathname;

  await person.keyboard.press('Tab');
  await tabTo(person, /^Contest the level in Communication$/);
  await expect(person.locator('details[open]')).toHaveCount(0);
  await person.keyboard.press('Enter');
  await expect(person.getByRole('heading', { name: 'Contest the level in Communication' })).toBeVisible();
  await person.keyboard.press('Tab');
  await expect(person.getByLabel('Why it is not right')).toBeFocused();
  await person.keyboard.type('It was given before I led the night exercise.');
  await person.keyboard.press('Tab');
  await person.keyboard.press('Enter');
  await expect(person.getByText('The rating is marked as contested.')).toBeVisible();
  await expect(mark).toBeVisible();
  expect((await new AxeBuilder({ page: person }).analyze()).violations).toEqual([]);

  const hr = await signedIn('hr_partner');
  await hr.goto('/o/demo/contests');
  await hr.getByRole('link', { name: demoAccount('employee', 'demo', 1).name }).click();
  await expect(hr.getByText('It was given before I led the night exercise.')).toBeVisible();
  expect((await new AxeBuilder({ page: hr }).analyze()).violations).toEqual([]);
  await hr.getByLabel('The rating stays').check();
  await hr.getByLabel('Why', { exact: true }).fill('The night exercise is in the next cycle.');
  await hr.getByRole('button', { name: 'Answer' }).click();
  await expect(hr.getByText('The contest is answered')).toBeVisible();

  await person.goto(own);
  await expect(mark).toHaveCount(0);
  await expect(person.getByText('The night exercise is in the next cycle.')).toBeVisible();
});

test('without script the page says at its top where to contest, and asks which level', async ({
  signedIn,
}) => {
  const person = await signedIn('employee', { index: 0, javaScriptEnabled: false });
  await person.goto('/o/demo');
  await person.getByRole('link', { name: 'Contest a level', exact: true }).click();
  const level = person.getByLabel('Level that is not right');
  await level.selectOption({ label: 'Mastery, level 2' });
  await person.getByLabel('Why it is not right').fill('The yard was not seen.');
  await person.getByRole('button', { name: 'Contest', exact: true }).click();
  await expect(person.getByText('The rating is marked as contested.')).toBeVisible();
  const row = person.getByRole('row', { name: /^Mastery/ });
  await expect(row).toContainText('contested, not answered yet');
  await expect(row.getByRole('link', { name: /^Contest/ })).toHaveCount(0);
  await person.getByRole('button', { name: 'Take back the contest in Mastery' }).click();
  await expect(person.getByText('The contest is taken back.')).toBeVisible();
  await expect(row.getByRole('link', { name: 'Contest the level in Mastery' })).toBeVisible();
});

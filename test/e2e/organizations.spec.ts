import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { linkOfLetter } from './cadre/outbox';
import { expect, test } from './fixtures';

const PASSWORD = 'nine quiet herons on the quay';

async function makeOrganization(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/signup');
  await page.getByLabel('Organization', { exact: true }).fill(name);
  await page.getByLabel('Your name').fill('Ines Brandt');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await page.goto(await linkOfLetter(email, '/signup/'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the organization' }).click();
  await expect(page.locator('.rail').getByText(name)).toBeVisible();
}

test('a member of two organizations goes from one to the other with the keyboard', async ({ visitor }) => {
  const id = randomUUID().slice(0, 8);
  const [first, second] = [`Pier ${id}`, `Mole ${id}`];
  const page = await visitor();
  await makeOrganization(page, first, `ines.${id}@example.org`);
  const other = await visitor();
  await makeOrganization(other, second, `ines.${id}@example.org`);

  await other.locator('.rail').getByRole('link', { name: second }).focus();
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Your organizations' })).toBeVisible();
  expect((await new AxeBuilder({ page: other }).analyze()).violations.map((one) => one.id)).toEqual([]);
  await expect(other.getByRole('listitem')).toHaveCount(2);
  await other.getByRole('link', { name: first }).focus();
  await other.keyboard.press('Enter');
  await expect(other).toHaveURL(new RegExp(`/o/pier-${id}`));
  await expect(other.locator('.rail').getByText(first)).toBeVisible();
  await expect(other.getByText(second)).toHaveCount(0);
});

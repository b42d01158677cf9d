import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { linkOfLetter } from './cadre/outbox';
import { expect, test } from './fixtures';

const PASSWORD = 'seven quiet herons on the quay';
const NEW_PASSWORD = 'eleven quiet herons on the quay';

const isClean = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('from nothing to an own organization, a new password, and an account in order', async ({ visitor }) => {
  const id = randomUUID().slice(0, 8);
  const email = `jo.${id}@example.org`;
  const page = await visitor();
  await page.goto('/login');
  await page.getByRole('link', { name: 'Create an organization' }).click();
  await page.getByLabel('Organization', { exact: true }).fill(`Quay ${id}`);
  await expect(page.getByLabel('Its address in Cadre')).toHaveAttribute('placeholder', `quay-${id}`);
  await page.getByLabel('Your name').fill('Jo Berg');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('qwerty123456');
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByText('Many people use this password')).toBeVisible();
  await isClean(page);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await isClean(page);

  await page.goto(await linkOfLetter(email, '/signup/'));
  await isClean(page);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the organization' }).click();
  await expect(page).toHaveURL(new RegExp(`/o/quay-${id}`));
  await expect(page.locator('.rail').getByText(`Quay ${id}`)).toBeVisible();

  const elsewhere = await visitor({ javaScriptEnabled: false });
  await elsewhere.goto('/login');
  await elsewhere.getByRole('link', { name: 'Forgotten your password?' }).click();
  await elsewhere.getByLabel('E-mail').fill(email);
  await elsewhere.getByRole('button', { name: 'Send the letter' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await elsewhere.goto(await linkOfLetter(email, '/reset/'));
  await elsewhere.getByLabel('New password').fill(NEW_PASSWORD);
  await elsewhere.getByRole('button', { name: 'Change password' }).click();
  await expect(elsewhere).toHaveURL(new RegExp(`/o/quay-${id}`));
  await page.goto('/account');
  await expect(page).toHaveURL(/\/login/);

  await signIn(page, email, NEW_PASSWORD);
  await expect(page).toHaveURL(new RegExp(`/o/quay-${id}`));
  await page.locator('.rail').getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  await isClean(page);
  await page.getByRole('button', { name: /End the session of/ }).click();
  await expect(page.getByText('The session was ended.')).toBeVisible();
  await elsewhere.goto('/account');
  await expect(elsewhere).toHaveURL(/\/login/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Jo Van den Berg');
  await page.getByRole('button', { name: 'Change name' }).click();
  await expect(page.locator('.rail').getByText('Jo Van den Berg')).toBeVisible();
});

test('the account is kept in order without script', async ({ signedIn }) => {
  const page = await signedIn('admin', { javaScriptEnabled: false });
  await page.goto('/account');
  await page.getByLabel('Password so far').fill('not mine');
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
});

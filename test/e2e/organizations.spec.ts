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

test('somebody invited by a second organization goes from one to the other with the keyboard', async ({
  visitor,
}) => {
  const id = randomUUID().slice(0, 8);
  const [first, second] = [`Pier ${id}`, `Mole ${id}`];
  const email = `ines.${id}@example.org`;
  const page = await visitor();
  await makeOrganization(page, first, email);
  const owner = await visitor();
  await makeOrganization(owner, second, `olaf.${id}@example.org`);
  await owner.goto(`/o/mole-${id}/settings/members`);
  await owner.getByLabel('E-mail').fill(email);
  await owner.getByLabel('Role').last().selectOption({ label: 'Administrator' });
  await owner.getByRole('button', { name: 'Send invitation' }).click();
  await expect(owner.getByText(email).first()).toBeVisible();

  await page.goto(await linkOfLetter(email, '/invite/'));
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(page).toHaveURL(new RegExp(`/o/mole-${id}`));
  await page.locator('.rail').getByRole('link', { name: second }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your organizations' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map((one) => one.id)).toEqual([]);
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: first }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/o/pier-${id}`));
  await expect(page.locator('.rail').getByText(first)).toBeVisible();
  await expect(page.getByText(second)).toHaveCount(0);

  await owner.reload();
  const change = owner
    .getByRole('row')
    .filter({ hasText: email })
    .getByRole('link', { name: /^Change / });
  await change.focus();
  await owner.keyboard.press('Enter');
  await owner.getByRole('button', { name: 'Remove from the organization' }).focus();
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('heading', { name: `Remove Ines Brandt from ${second}?` })).toBeVisible();
  expect((await new AxeBuilder({ page: owner }).analyze()).violations.map((one) => one.id)).toEqual([]);
  await owner.getByRole('button', { name: 'Remove Ines Brandt' }).focus();
  await owner.keyboard.press('Enter');
  await expect(owner.getByText('The member is removed.')).toBeVisible();
  await expect(owner.getByText(email)).toHaveCount(0);
});

test('an owner is invited at a second look, without script', async ({ visitor }) => {
  const id = randomUUID().slice(0, 8);
  const page = await visitor();
  await makeOrganization(page, `Sluice ${id}`, `una.${id}@example.org`);
  const cookies = await page.context().cookies();
  const plain = await visitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await plain.context().addCookies(cookies);
  await plain.goto(`/o/sluice-${id}/settings/members`);
  await plain.getByLabel('E-mail').fill(`olga.${id}@example.org`);
  await plain.getByLabel('Role').selectOption('owner');
  await plain.getByRole('button', { name: 'Send invitation' }).click();
  await expect(plain.getByRole('table', { name: 'What changes' })).toContainText(
    'May delete the organization',
  );
  await expect(plain.getByText('Nobody is invited')).toBeVisible();
  await plain.getByRole('button', { name: 'Invite an owner' }).click();
  await expect(plain.getByRole('row').filter({ hasText: `olga.${id}@example.org` })).toContainText('Owner');
});

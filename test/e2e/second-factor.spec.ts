import type { CDPSession, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

/** A device with a lock of its own in this browser, unlocked; passkeys are kept in it. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

async function fillIn(page: Page, account: { email: string; password: string }): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a passkey is added, signs in alone, confirms a password, and is removed', async ({ visitor }) => {
  const account = demoAccount('employee', 'changing', 0);
  const page = await visitor();
  await addAuthenticator(page);
  await fillIn(page, account);
  await expect(page).toHaveURL(/\/o\/northgate/);
  await page.goto('/account/security');
  await page.getByLabel('Name').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('cadre-recovery-codes.txt');
  await expect(page.getByText('My laptop', { exact: true })).toBeVisible();

  await page.locator('.rail').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/o\/northgate/);

  await page.context().clearCookies();
  await fillIn(page, account);
  await expect(page).toHaveURL(/\/login\/second-factor/);
  await page.goto('/o/northgate/occupations');
  await expect(page).toHaveURL(/\/login\/second-factor/);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL('/o/northgate/occupations');

  await page.goto('/account/security');
  await page.getByText('Change My laptop').click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The passkey was removed.')).toBeVisible();
  await expect(page.getByText('No passkey', { exact: true })).toBeVisible();
});

test('an authenticator app is set up and used without script, and a recovery code once', async ({
  visitor,
}) => {
  const account = demoAccount('employee', 'changing', 1);
  const page = await visitor({ javaScriptEnabled: false });
  await fillIn(page, account);
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
  const key = ((await page.locator('.secret-key').textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await page.getByLabel('Code that the app shows').fill('000 000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toContainText('not the code');
  const code = app.generate();
  await page.getByLabel('Code that the app shows').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const codes = await list.allTextContents();

  await page.locator('.rail').getByRole('button', { name: 'Sign out' }).click();
  await fillIn(page, account);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toContainText('used already');
  for (const isGood of [true, false]) {
    await page.getByRole('link', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Confirm' }).click();
    if (!isGood) break;
    await expect(page).toHaveURL(/\/o\/northgate/);
    await page.locator('.rail').getByRole('button', { name: 'Sign out' }).click();
    await fillIn(page, account);
  }
  await expect(page.getByRole('alert')).toContainText('not right');
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

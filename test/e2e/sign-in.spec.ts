import type { Page } from '@playwright/test';
import { type DemoRole, demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';
import { heatmapOf } from './pages/heatmap';

async function fillIn(page: Page, account: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a wrong password and an unknown address are told alike, and the address stays', async ({ visitor }) => {
  const page = await visitor();
  const { email } = demoAccount('hr_partner');
  const said: string[] = [];
  for (const address of [email, 'nobody@harbourline.example']) {
    await page.goto('/login');
    await fillIn(page, { email: address, password: 'not the password' });
    await expect(page.getByRole('alert')).toBeVisible();
    said.push((await page.getByRole('alert').textContent()) ?? '');
    await expect(page).toHaveURL('/login');
    await expect(page.getByLabel('E-mail')).toHaveValue(address);
    expect(await page.content()).not.toContain('not the password');
  }
  expect(said[0]).toBe(said[1]);
  await page.getByLabel('Password').fill('');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
});

const STARTS: readonly (readonly [DemoRole, RegExp])[] = [
  ['hr_partner', /\/o\/demo\/heatmap$/],
  ['director', /\/o\/demo\/heatmap$/],
  ['executive', /\/o\/demo\/heatmap$/],
  ['employee', /\/o\/demo\/people\/[0-9a-f-]{36}$/],
  ['owner', /\/o\/demo\/people\/[0-9a-f-]{36}$/],
  ['admin', /\/o\/demo\/occupations$/],
];

test('each role begins where its work is', async ({ visitor, sessionOf }) => {
  const page = await visitor();
  await page.goto('/login');
  await fillIn(page, demoAccount('hr_partner'));
  await expect(page.getByRole('heading', { name: 'Capability heatmap' })).toBeVisible();
  for (const [role, address] of STARTS) {
    const answer = await (await sessionOf(role)).get('/');
    expect(answer.status(), role).toBe(200);
    expect(answer.url(), role).toMatch(address);
  }
});

test('a member of two organizations chooses one, and has another role in each', async ({ signedIn }) => {
  const page = await signedIn('shared', { organization: 'shared' });
  await page.goto('/o');
  await expect(page.getByRole('heading', { name: 'Your organizations' })).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([/Harbourline\s*Executive/, /Northgate\s*HR partner/]);
  await page.getByRole('link', { name: 'Northgate' }).click();
  await expect(heatmapOf(page).rowLink('Campus Patrol')).toBeVisible();
  const rows = page.getByRole('navigation', { name: 'Rows' });
  await expect(rows.getByRole('link', { name: 'People', exact: true })).toBeVisible();
  await page.locator('.rail').getByRole('link', { name: 'Northgate' }).click();
  await page.getByRole('link', { name: 'Harbourline' }).click();
  await expect(page.getByText(/^Released figures of/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
});

test('the session is a __Host- cookie out of reach of scripts, new at each sign-in', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/login');
  const planted = 'a'.repeat(40);
  await page.context().addCookies([
    {
      name: '__Host-cadre',
      value: planted,
      domain: 'localhost',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  await fillIn(page, demoAccount('executive'));
  await expect(page).toHaveURL(/\/o\/demo\//);
  const [session, ...others] = (await page.context().cookies()).filter(
    (one) => !['theme', '__Host-cadre-device'].includes(one.name),
  );
  expect(others).toEqual([]);
  expect(session).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
    domain: 'localhost',
  });
  expect(session?.name).toMatch(/^__Host-/);
  expect(session?.value).not.toBe(planted);
  expect(await page.evaluate(() => document.cookie)).not.toContain('cadre');
});

test('signing out ends the session itself, not only its cookie', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/login');
  await fillIn(page, demoAccount('hr_partner'));
  await expect(page.getByRole('heading', { name: 'Capability heatmap' })).toBeVisible();
  const before = await page.context().storageState();
  await page.locator('.rail').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page).toHaveURL('/login');
  const again = await visitor({ storageState: before });
  await again.goto('/o/demo/heatmap');
  await expect(again).toHaveURL('/login?next=%2Fo%2Fdemo%2Fheatmap');
});

test('next leads back to the page that was asked for, and never to another site', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/o/demo/heatmap?figure=gap');
  await expect(page).toHaveURL(/\/login\?next=/);
  await fillIn(page, demoAccount('hr_partner'));
  await expect(page).toHaveURL('/o/demo/heatmap?figure=gap');
  for (const next of [
    '//elsewhere.example',
    'https://elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
  ]) {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await expect(page.locator('input[name=next]').first(), next).toHaveValue('/o');
    await expect(page.getByRole('link', { name: 'Go on' }), next).toHaveAttribute('href', '/o');
  }
});

test('signing in and out works without script', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/o/demo/heatmap');
  await fillIn(page, { ...demoAccount('hr_partner'), password: 'wrong' });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(demoAccount('hr_partner').email);
  await fillIn(page, demoAccount('hr_partner'));
  await expect(page).toHaveURL('/o/demo/heatmap');
  await page.locator('.rail').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login');
});

import { expect, test } from './fixtures';

test('a setting is shown as a difference, and applied, without script', async ({ signedIn }) => {
  const page = await signedIn('owner', { organization: 'northgate', javaScriptEnabled: false });
  await page.goto('/o/northgate/settings');
  const kept = page.getByLabel('Released figures are kept, months');
  const now = Number(await kept.inputValue());
  const then = now === 30 ? 31 : 30;
  await kept.fill(String(then));
  await page.getByLabel('Half-life of evidence, months').fill('2');
  await page.getByRole('button', { name: 'Show what changes' }).last().click();
  await expect(page.getByText('Enter 3 to 60 months.')).toBeVisible();
  await expect(kept).toHaveValue(String(then));
  await page.getByLabel('Half-life of evidence, months').fill('18');
  await page.getByRole('button', { name: 'Show what changes' }).last().click();
  const row = page.getByRole('table', { name: 'What would change' }).getByRole('row').nth(1);
  await expect(row).toContainText(`${now} months`);
  await expect(row).toContainText(`${then} months`);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The settings are changed.')).toBeVisible();
  await expect(kept).toHaveValue(String(then));
});

test('a token is shown once, and revoked', async ({ signedIn, request }) => {
  const page = await signedIn('owner');
  await page.goto('/o/demo/settings/tokens');
  const name = `Nightly import ${Date.now()}`;
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make token' }).click();
  const value = await page.getByLabel('Token', { exact: true }).inputValue();
  expect(value).toMatch(/^cadre_/);
  const me = () =>
    request.get(`${process.env.BASE_URL}/api/v1/me`, { headers: { Authorization: `Bearer ${value}` } });
  expect((await me()).status()).toBe(200);
  await page.reload({ waitUntil: 'load' });
  await page.goto('/o/demo/settings/tokens');
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
  expect(await page.content()).not.toContain(value);
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(page.getByRole('rowheader', { name })).toHaveCount(0);
  expect((await me()).status()).toBe(401);
});

test('a notice is published, and an employee reads it and takes it along', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/settings/privacy');
  const contact = `Privacy office, room ${Date.now()}`;
  await page.getByLabel('Whom people ask').fill(contact);
  await page.getByLabel('Ground in law').fill('Agreement with the works council');
  await page.getByRole('button', { name: 'Publish to all members' }).click();
  await expect(page.getByText(/Version \d+ says what holds/)).toBeVisible();
  const employee = await signedIn('employee', { index: 1 });
  await employee.goto('/o/demo');
  await employee.getByRole('link', { name: 'Privacy notice', exact: true }).first().click();
  await expect(employee.getByRole('heading', { level: 1 })).toContainText('uses data about your skills');
  await expect(employee.getByText(contact).first()).toBeVisible();
  const download = employee.waitForEvent('download');
  await employee.getByRole('link', { name: 'Download Markdown' }).click();
  expect((await download).suggestedFilename()).toMatch(/^privacy-notice-demo-version-\d+\.md$/);
});

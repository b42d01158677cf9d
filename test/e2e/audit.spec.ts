import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

test('an owner finds who saw a profile, narrows the log to it by links and form, and takes it along', async ({
  signedIn,
  sessionOf,
}) => {
  const employee = await sessionOf('employee', { index: 1 });
  const own = new URL((await employee.get('/o/demo')).url()).pathname;
  const person = demoAccount('employee', 'demo', 1).name;
  const viewer = demoAccount('hr_partner').name;
  await (await sessionOf('hr_partner')).get(own);

  const page = await signedIn('owner');
  await page.goto('/o/demo');
  await page.goto('/o/demo/audit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
  await page.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Saw individual ratings' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/action=ratings\.view/);
  const rows = page.getByRole('row').filter({ hasText: person });
  await expect(rows.first()).toContainText(viewer);
  await expect(rows.first()).toContainText('HR partner');
  await rows.first().getByRole('link', { name: person }).click();
  await expect(page).toHaveURL(/subject=employee:/);
  await expect(page.getByRole('rowheader')).toHaveCount(await rows.count());
  await page.getByRole('link', { name: `About ${person}` }).click();
  await expect(page).not.toHaveURL(/subject=/);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export JSON lines' }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-demo-\d{4}-\d{2}-\d{2}\.jsonl$/);
  await page.goto('/o/demo/audit?action=audit.export');
  await expect(page.getByRole('row').nth(1)).toContainText('exported the audit log');
});

test('people read who else saw their record, without script too', async ({ signedIn, sessionOf }) => {
  const employee = await sessionOf('employee', { index: 1 });
  const own = new URL((await employee.get('/o/demo')).url()).pathname;
  await (await sessionOf('hr_partner')).get(own);
  const page = await signedIn('employee', { index: 1, javaScriptEnabled: false });
  await page.goto('/o/demo');
  const seen = page.getByRole('region', { name: 'Who saw your record' });
  const row = seen.getByRole('row').filter({ hasText: demoAccount('hr_partner').name });
  await expect(row.first()).toContainText('HR partner');
  await expect(row.first()).toContainText('Your profile');
  const others = await signedIn('hr_partner');
  await others.goto(own);
  await expect(others.getByText('Who saw your record')).toHaveCount(0);
});

test('an HR partner reads views of ratings and nothing else of the log', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/audit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who saw individual ratings');
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveCount(0);
});

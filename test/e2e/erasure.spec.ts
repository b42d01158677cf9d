import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';
import { listPeople, teamId } from './pages/everyone';

test('somebody takes the own record along; an HR partner is asked for reason and name before anybody is erased', async ({
  signedIn,
  sessionOf,
  visitor,
}) => {
  const employee = await signedIn('employee', { index: 1 });
  await employee.goto('/o/demo');
  const download = employee.waitForEvent('download');
  await employee.getByRole('link', { name: 'Download the record' }).click();
  expect((await download).suggestedFilename()).toMatch(/^person-[0-9a-f-]{36}\.json$/);
  await expect(employee.getByRole('link', { name: 'Erase' })).toHaveCount(0);

  const session = await sessionOf('hr_partner');
  const team = await teamId(session, 'Risk and Systems', 'Risk Analysis');
  const [someone] = await listPeople(session, 'demo', team);
  // Signed in at this moment: an erasure asks for that.
  const page = await visitor({ javaScriptEnabled: false });
  const { email, password } = demoAccount('hr_partner');
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.goto(`/o/demo/people/${someone?.id}`);
  await page.getByRole('link', { name: 'Erase' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Erase ${someone?.name}`);
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('asked');
  await page.getByRole('textbox', { name: 'Name, typed' }).fill('Somebody else');
  await page.getByRole('button', { name: `Erase ${someone?.name}` }).click();
  await expect(page.getByRole('alert')).toContainText('Type the name exactly as it stands above.');
});

test('an owner takes a copy along and cannot delete by a slip', async ({ signedIn }) => {
  const page = await signedIn('owner');
  await page.goto('/o/demo/settings/deletion');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download a copy' }).click();
  expect((await download).suggestedFilename()).toBe('demo.jsonl');
  const form = page.getByRole('button', { name: /^Delete .* for good$/ });
  const confirm = page.getByRole('link', { name: 'Confirm that it is you' });
  await expect(form.or(confirm)).toBeVisible();
});

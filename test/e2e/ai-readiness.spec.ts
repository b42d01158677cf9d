import { expect, test } from './fixtures';

const PAGE = '/o/demo/ai-readiness';

test('an HR partner reads AI-readiness by occupation and opens what stands behind a row', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner');
  await page.goto(PAGE);
  const table = page.getByRole('table', { name: 'AI-readiness by occupation' });
  const guards = table.getByRole('row', { name: /Security Guards/ });
  await expect(guards).toContainText('no data');
  await expect(guards).toContainText(/n \d+, <?\d+\s% not assessed/);
  await expect(page.getByText('too little exposure data')).toBeVisible();
  await guards.getByRole('link', { name: 'Security Guards' }).click();
  const panel = page.getByRole('complementary', { name: 'Security Guards' });
  await expect(panel.getByRole('heading', { name: 'Goals of the next level' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Evidence pack' })).toBeVisible();
  await panel.getByText(/^Why AI-readiness: /).click();
  await expect(panel.getByText('Assessed people with a target (n)')).toBeVisible();
  await expect(page).toHaveURL(/row=33-9032\.00/);
  await panel.getByRole('link', { name: 'Close, back to the table' }).click();
  await expect(panel).toHaveCount(0);
});

test('rows, filters and order are in the address and work without script', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { javaScriptEnabled: false });
  await page.goto(PAGE);
  await expect(
    page.getByText('The chart is drawn by script').or(page.getByText('No occupation has both')),
  ).toHaveCount(1);
  await page.getByRole('link', { name: 'Teams', exact: true }).last().click();
  await expect(page).toHaveURL(/rows=team/);
  const table = page.getByRole('table', { name: 'AI-readiness by team' });
  await table.getByRole('link', { name: 'At AI-use target' }).click();
  await expect(table.getByRole('columnheader', { name: 'At AI-use target' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Risk and Systems' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/team=[0-9a-f-]{36}/);
  await expect(table.getByRole('rowheader', { name: 'Risk Analysis' })).toBeVisible();
});

test('an executive reads it as released, by occupation, without levels or changes', async ({ signedIn }) => {
  const page = await signedIn('executive');
  await page.goto(PAGE);
  const table = page.getByRole('table', { name: 'Released AI-readiness by occupation' });
  await expect(table.getByText('Hidden to protect individuals').first()).toBeVisible();
  await expect(table.getByText(/^about \d0 %$|third/).first()).toBeVisible();
  await expect(page.getByLabel('Team', { exact: true })).toHaveCount(0);
  const served = await (await page.request.get(PAGE)).text();
  for (const field of ['levels', 'attained', 'pairs', 'evidenceMoved'])
    expect(served.includes(`"${field}"`) || served.includes(`\\"${field}\\"`), field).toBe(false);
  const file = await (await page.request.get(`${PAGE}/export?format=csv`)).text();
  expect(file).toContain('hidden to protect individuals');
  expect(file.split('\r\n').filter((line) => line.startsWith('live,'))).toEqual([]);
});

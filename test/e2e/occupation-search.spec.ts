import { expect, test } from './fixtures';

test('the list is searched while one types, and keeps the focus', async ({ signedIn }) => {
  const page = await signedIn('employee');
  await page.goto('/o/demo/occupations');
  const search = page.getByRole('searchbox');
  const count = page.getByRole('status').filter({ hasText: 'occupation' });
  const rows = page.locator('tbody').getByRole('rowheader');
  await search.click();
  await search.pressSequentially('guard');
  await expect(page).toHaveURL((url) => url.searchParams.get('query') === 'guard');
  await expect(count).toHaveText('1 occupation for “guard”');
  await expect(rows).toContainText(['Security Guards']);
  await expect(search).toBeFocused();
  await search.pressSequentially('s');
  await expect(page).toHaveURL((url) => url.searchParams.get('query') === 'guards');
  await expect(search).toHaveValue('guards');

  await search.fill('secuirty');
  await expect(page).toHaveURL((url) => url.searchParams.get('query') === 'secuirty');
  await expect(rows).toContainText(['Security']);
  await page.getByRole('combobox', { name: 'Job zone' }).selectOption('5');
  await expect(page).toHaveURL((url) => url.searchParams.get('zone') === '5');
  await expect(page.getByRole('heading', { name: 'No occupation found' })).toBeVisible();
  await page.getByRole('link', { name: 'Search without the filters' }).click();
  await expect(page.getByRole('combobox', { name: 'Job zone' })).toHaveValue('');
  await expect(search).toHaveValue('secuirty');
  await expect(rows).toContainText(['Security']);
});

for (const javaScriptEnabled of [true, false]) {
  test(`filters are part of the address ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    signedIn,
  }) => {
    const page = await signedIn('employee', { javaScriptEnabled });
    await page.goto('/o/demo/occupations?query=security');
    await page.getByRole('checkbox', { name: 'With statements' }).check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('framework') === '1');
    await expect(page.getByRole('searchbox')).toHaveValue('security');
    const rows = page.locator('tbody').getByRole('row');
    for (const row of await rows.all()) await expect(row).not.toContainText('none');
    await expect(page.getByRole('status').filter({ hasText: 'occupation' })).toContainText('for “security”');
  });
}

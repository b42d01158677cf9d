import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';

const BROKEN = {
  name: 'broken.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\r\n01.0101,Farming,11-9013,Farmers\r\n43.0112,Guarding\r\n',
  ),
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test(`a refused file is told with its line and reason, ${how}`, async ({ signedIn }) => {
    const page = await signedIn('owner', { javaScriptEnabled });
    await page.goto('/o/demo/settings/catalogue');
    await page.getByLabel('Into').selectOption('shared');
    await page.getByLabel('File').setInputFiles(BROKEN);
    await page.getByRole('button', { name: 'Import' }).click();
    await expect(page).toHaveURL(/\/o\/demo\/operations\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: 'Failed' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/^broken\.csv:3: .*has 2 cells, the header has 4/)).toBeVisible();
    if (!javaScriptEnabled) return;
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test('who is no operator is not offered the shared catalogue, and who may not write no form', async ({
  signedIn,
}) => {
  const partner = await signedIn('hr_partner');
  await partner.goto('/o/demo/settings/catalogue');
  await expect(partner.getByLabel('File')).toBeVisible();
  await expect(partner.getByLabel('Into')).toHaveCount(0);
  const employee = await signedIn('employee');
  await employee.goto('/o/demo/settings/catalogue');
  await expect(employee.getByRole('table', { name: 'Shared sources' })).toBeVisible();
  await expect(employee.getByLabel('File')).toHaveCount(0);
});

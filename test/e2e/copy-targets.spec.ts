import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** A profile that Northgate has written, and places for a copy: nobody has them, and this test alone writes there. */
const SOURCE = {
  place: '/o/northgate/targets/33-9032.00/2',
  label: 'Security Guards, Mid-level / Established',
};
const PLACES = ['43-5031.00/4', '33-9021.00/4', '13-1199.07/4', '33-1091.00/4'];

/** What the fields of a profile hold: level, weight and critical of every dimension. */
async function fieldsOf(page: Page): Promise<unknown> {
  const read = async (words: RegExp) =>
    page
      .getByRole('table')
      .getByLabel(words)
      .evaluateAll((controls: (HTMLSelectElement | HTMLInputElement)[]) =>
        controls.map((control) => (control instanceof HTMLInputElement ? control.checked : control.value)),
      );
  return {
    levels: await read(/: level$/),
    weights: await read(/: weight$/),
    critical: await read(/: critical$/),
  };
}

test('a written profile is copied into another one, and counts when it is saved', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  await page.goto(SOURCE.place);
  const wanted = await fieldsOf(page);
  const unwritten = page.getByText('Nothing is written:');
  for (const place of PLACES) {
    await page.goto(`/o/northgate/targets/${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Lead / Principal');
    // In a Cadre that ran already the first ones may be written.
    if ((await unwritten.count()) > 0) break;
  }
  await expect(unwritten).toBeVisible();
  const { pathname } = new URL(page.url());
  const copy = async () => {
    await page.getByLabel('Copy from').selectOption(SOURCE.label);
    await page.getByRole('button', { name: 'Fill in a copy' }).click();
    await expect(
      page.getByText(`The fields hold a copy of ${SOURCE.label}. Nothing is saved yet.`),
    ).toBeVisible();
    expect(await fieldsOf(page)).toEqual(wanted);
  };
  await copy();
  await page.goto(pathname);
  await expect(unwritten).toBeVisible();
  await copy();
  await page.getByRole('button', { name: 'Show the difference' }).click();
  await expect(page.getByRole('heading', { name: 'This would change' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. The figures follow within seconds.')).toBeVisible();
  await page.goto(pathname);
  await expect(unwritten).toHaveCount(0);
  expect(await fieldsOf(page)).toEqual(wanted);
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** Of a day so long ago that no level of anybody follows from it. */
const DAY = '2015-02-03';

test('an HR partner previews a file of ratings, takes the rejected rows along, applies the others and takes them back', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  const lines = [
    'employee_external_id,rater,assessed_on,leadership,mastery',
    `E0037,self,${DAY},1,?`,
    `nobody-here,self,${DAY},1,1`,
    `E0037,self,${DAY.replace('03', '04')},7,`,
  ];
  await page.goto('/o/northgate/imports');
  const form = page.getByLabel('File of ratings', { exact: true });
  const buffer = Buffer.from(lines.join('\n'));
  await form.setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and preview' }).last().click();
  await expect(page.getByRole('heading', { name: 'What the file would do' })).toBeVisible();
  const rejected = page.getByRole('table', { name: 'Rejected rows' });
  await expect(rejected.getByRole('row')).toHaveCount(3);
  await expect(rejected).toContainText('nobody has the id "nobody-here"');
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);
  for (const [format, type] of [
    ['CSV', 'text/csv'],
    ['XLSX', 'application/vnd.openxmlformats'],
  ] as const) {
    const link = page.getByRole('link', { name: `Rejected rows as ${format}` });
    const taken = await page.request.get((await link.getAttribute('href')) ?? '');
    expect([taken.ok(), taken.headers()['content-type']]).toEqual([true, expect.stringContaining(type)]);
  }

  // Another try of this test finds the rating there already.
  const isNew = (await page.getByRole('link', { name: /^New 1/ }).count()) > 0;
  if (isNew) {
    await page.getByRole('link', { name: /^New 1/ }).click();
    await expect(page.getByRole('table', { name: 'New rows' })).toContainText(`self · ${DAY}`);
    await page.getByRole('button', { name: 'Apply the good rows' }).click();
    await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible();
    await expect(page.getByText('Assessments: 1 new, 0 corrected, 0 unchanged.')).toBeVisible();
    await page.getByRole('link', { name: 'Take it back' }).click();
    const card = page.getByRole('region', { name: 'Take this import back' });
    await expect(card).toContainText('1 assessment that came with it will be taken away.');
    expect((await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze()).violations).toEqual([]);
    await card.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  }
});

test('an owner imports people and sees no file of ratings', async ({ signedIn }) => {
  const page = await signedIn('owner', { organization: 'northgate' });
  await page.goto('/o/northgate/imports');
  await expect(page.getByRole('heading', { name: 'A file of people' })).toBeVisible();
  await expect(page.getByLabel('File of ratings', { exact: true })).toHaveCount(0);
});

test('columns that nobody knows are named by hand, without script too, and are known the next time', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { organization: 'northgate', javaScriptEnabled: false });
  const lines = [`Kennung;Von wem;Am Tag;Stufe in Haltung`, `E0037;self;${DAY};1`];
  const send = async () => {
    await page.goto('/o/northgate/imports');
    const file = { name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
    await page.getByLabel('File of ratings', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Upload and preview' }).last().click();
  };
  const until = async (heading: string) =>
    expect(async () => {
      await page.goto(page.url());
      await expect(page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 500 });
    }).toPass();
  await send();
  const done = page.getByRole('heading', { name: 'What the file would do' });
  await expect(async () => {
    await page.goto(page.url());
    await expect(done.or(page.getByRole('button', { name: 'See what it would do' }))).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  // Another try of this test finds the columns known.
  if ((await done.count()) === 0) {
    const withScript = await signedIn('hr_partner', { organization: 'northgate' });
    await withScript.goto(page.url());
    const axe = await new AxeBuilder({ page: withScript }).withTags(WCAG_22_AA).analyze();
    expect(axe.violations).toEqual([]);
    for (const [label, name] of [
      ['Personnel number', 'Kennung'],
      ['Kind of rater', 'Von wem'],
      ['Day', 'Am Tag'],
      ['Level in Character', 'Stufe in Haltung'],
    ] as const)
      await page.getByLabel(label, { exact: true }).selectOption({ label: name });
    await page.getByRole('button', { name: 'See what it would do' }).click();
    await until('What the file would do');
    await send();
    await until('What the file would do');
  }
  await page.getByRole('link', { name: 'Change how the file is read' }).click();
  await expect(page.getByLabel('Level in Character', { exact: true })).toHaveValue('3');
});

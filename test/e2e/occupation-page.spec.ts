import { LINKED } from './cadre/load-standard';
import { expect, test } from './fixtures';

const PLACE = `/o/demo/occupations/${LINKED.soc}`;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`a chip opens the source that it cites, and closes it again, ${how} script`, async ({ signedIn }) => {
    const page = await signedIn('employee', { javaScriptEnabled });
    await page.goto(`${PLACE}?view=ai_use`);
    const panel = page.getByRole('complementary', { name: 'Cadre demo frameworks' });
    await expect(panel).toHaveCount(0);
    await page.locator('.rung-list .cite').first().click();
    await expect(page).toHaveURL((url) => url.searchParams.get('cite') === 'cadre_demo');
    await expect(panel).toContainText('CC0-1.0');
    await expect(panel).toContainText('demo-1');
    const count = await page.locator('.rung-list > .statement').count();
    await expect(panel).toContainText(`cited by ${count} statements`);
    await panel.getByRole('link', { name: 'Close the source' }).click();
    await expect(panel).toHaveCount(0);
    await expect(page).toHaveURL((url) => url.searchParams.get('view') === 'ai_use');
  });

  test(`every tab is an address of its own ${how} script`, async ({ signedIn }) => {
    const page = await signedIn('employee', { javaScriptEnabled });
    await page.goto(PLACE);
    const tabs = page.getByRole('navigation', { name: 'Statements' });
    for (const [name, view] of [
      ['AI use', 'ai_use'],
      ['Durable skills', 'durable'],
      ['O*NET data', 'onet'],
      ['Mastery', 'mastery'],
    ] as const) {
      await tabs.getByRole('link', { name }).click();
      await expect(page).toHaveURL((url) => url.searchParams.get('view') === view);
      await expect(tabs.locator('[aria-current]')).toContainText(name);
      for (const section of ['Evidence pack', 'National standards', 'Sources'])
        await expect(page.getByRole('heading', { level: 2, name: section })).toBeVisible();
    }
  });

  test(`an overdue standard says so and opens with its criteria by number ${how} script`, async ({
    signedIn,
  }) => {
    const page = await signedIn('employee', { javaScriptEnabled });
    await page.goto(PLACE);
    const standards = page.getByRole('region', { name: 'National standards' });
    await expect(standards).toContainText('overdue for review');
    await expect(standards).toContainText(`linked by ${LINKED.by}`);
    await standards.getByRole('link', { name: LINKED.title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(LINKED.title);
    await expect(page.getByText('overdue for review')).toBeVisible();
    for (const number of ['P1', 'P2', 'P3', 'P4', 'K1', 'K2', 'K3'])
      await expect(page.locator(`#${number}`)).toHaveCount(1);
    await page.getByRole('link', { name: 'P3', exact: true }).click();
    await expect(page).toHaveURL((url) => url.hash === '#P3');
    await page.getByRole('link', { name: 'Security Guards' }).click();
    await expect(page).toHaveURL(PLACE);
  });
}

test('what is not known reads "no data", and nothing speaks of replacing people', async ({ signedIn }) => {
  const page = await signedIn('employee');
  await page.goto(PLACE);
  const pack = page.getByRole('region', { name: 'Evidence pack' });
  await expect(pack.getByRole('row', { name: /Observed exposure/ })).toContainText('no data');
  await expect(pack).toContainText('never a person');
  await page.goto(`${PLACE}?view=onet`);
  await expect(page.getByRole('heading', { name: 'No data in the source' })).toBeVisible();
});

test('a source that no statement cites, and a standard that is not there, open nothing', async ({
  signedIn,
}) => {
  const page = await signedIn('employee');
  expect((await page.goto(`${PLACE}?view=ai_use&cite=nobody`))?.status()).toBe(200);
  await expect(page.locator('.cited-panel')).toHaveCount(0);
  for (const urn of ['NOSUCH1', 'x', 'TSTDK12?version=9'])
    expect((await page.goto(`/o/demo/standards/${urn}`))?.status(), urn).toBe(404);
});
